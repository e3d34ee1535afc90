/** Texts about new versions. */
export const texts = {
  newVersion: 'A new version is ready.',
};
