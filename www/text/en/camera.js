/** The names of the buttons that turn the surface. */
export const texts = {
  surface: 'Turn the surface, come closer',
  turnLeft: 'Turn left',
  turnRight: 'Turn right',
  tiltUp: 'Tilt up',
  tiltDown: 'Tilt down',
  closer: 'Closer',
  farther: 'Farther',
};
