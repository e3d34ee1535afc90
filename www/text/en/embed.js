/** What the page says where it is a frame of another one. */
export const texts = {
  open: 'Open in Downhill',
};
