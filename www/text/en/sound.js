/** What the scripts of the sound say to people. The rest is in HTML. */
export const texts = {
  none: 'This browser has no Web Audio, with which the page could be heard.',
};
