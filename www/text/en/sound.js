/** Texts of the sound. The rest is in HTML. */
export const texts = {
  none: 'This browser has no Web Audio, with which the page could be heard.',
};
