/** What is said of pictures. */
export const texts = {
  /** What ends the names of the files, by figure. @type {Record<string, string>} */
  files: { data: 'data', bowl: 'cost-bowl', map: 'cost-map', surface: 'cost-surface', history: 'cost-by-epoch' },
  /** @param {number} width @param {number} height */
  size: (width, height) => `${width} × ${height} pixels`,
  /** @param {string} name */
  saved: (name) => `${name} was handed to the browser to save.`,
  refused: 'The browser could not make this picture. Try it smaller, or take the SVG.',
  unavailable: 'What draws pictures could not be loaded. Check the connection, close this dialog and open it again.',
};
