/** What the panel for typed tables and databases says to people, besides what its HTML and the worker say. */
export const texts = {
  fileLinkExample: '#data=heights.csv&x=Height&y=Weight',
  typedName: 'typed table',
  unnamedTable: 'sums of a table',
  copied: 'The SQL is copied. Run it in your database, and paste its answer under 3.',
  selected: 'The SQL is selected: copy it, run it in your database, and paste its answer under 3.',
};
