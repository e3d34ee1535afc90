/** Texts of the walks by key; the sentences about points and events come from the session. */
export const texts = {
  dataKeys:
    'E goes from point to point by the size of their errors, the largest first, and I by their influence on the line; with Shift, back. Home and End go to the first and the last point by x. Where there are more than 500 points, arrow keys go through tenths of x: Enter goes inside, Escape comes out.',
  historyKeys:
    'Arrow keys go through the events of the run, Home and End to the first and the last one. Enter takes the run there.',
};
