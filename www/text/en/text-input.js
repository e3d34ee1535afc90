/** What the panel of other sources says to a person, besides what its HTML and the package say. */
export const texts = {
  besideExample: '#data=heights.csv&x=Height&y=Weight',
  unnamed: 'sums of a table',
  copied: 'The SQL is copied. Run it in your database, and paste its answer under 3.',
  toCopy: 'The SQL is selected: copy it, run it in your database, and paste its answer under 3.',
};
