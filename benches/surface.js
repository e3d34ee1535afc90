/** Script of the browser: the first cost surface of a page, the loading of the library included. */

const WIDTH = 800;
const HEIGHT = 500;
/** Quads along a side of the surface. */
const QUADS = 60;

/** @param {string} id */
function canvas(id) {
  return /** @type {HTMLCanvasElement} */ (document.getElementById(id));
}

/**
 * Milliseconds from asking for the library until the surface is on the canvas: Downhill's with its axes, names and
 * the ball.
 */
export async function ours() {
  const start = performance.now();
  const { default: init, Figures, Session } = await import('./pkg/core.js');
  await init();
  const ids = ['data', 'cost', 'history'].flatMap((name) => [`${name}-base`, `${name}-overlay`]);
  const [a, b, c, d, e, f] = ids.map(canvas);
  const figures = new Figures(a, b, c, d, e, f);
  const session = Session.open('');
  session.setCostView('surface');
  figures.resize('cost', WIDTH, HEIGHT, devicePixelRatio);
  figures.draw(session, start, false);
  for (const id of ['cost-base', 'cost-overlay']) canvas(id).getContext('2d')?.getImageData(0, 0, 1, 1);
  return performance.now() - start;
}

/** The same of three.js: the coloured surface alone. */
export async function theirs() {
  const start = performance.now();
  const three = await import('./three.module.min.js');
  const surface = new three.PlaneGeometry(2, 2, QUADS, QUADS);
  const position = surface.getAttribute('position');
  const colors = new Float32Array(position.count * 3);
  for (let i = 0; i < position.count; i += 1) {
    const [x, y] = [position.getX(i), position.getY(i)];
    const cost = x * x + 0.3 * y * y + 0.2 * x * y;
    position.setZ(i, cost);
    new three.Color().setHSL(0.6 - 0.4 * cost, 0.6, 0.5).toArray(colors, 3 * i);
  }
  surface.setAttribute('color', new three.BufferAttribute(colors, 3));
  const scene = new three.Scene();
  scene.add(new three.Mesh(surface, new three.MeshBasicMaterial({ vertexColors: true, side: three.DoubleSide })));
  const camera = new three.PerspectiveCamera(40, WIDTH / HEIGHT, 0.1, 100);
  camera.position.set(3, -4, 3);
  camera.lookAt(0, 0, 0.5);
  const renderer = new three.WebGLRenderer({ canvas: canvas('three'), antialias: true });
  renderer.setPixelRatio(devicePixelRatio);
  renderer.setSize(WIDTH, HEIGHT);
  renderer.render(scene, camera);
  const gl = renderer.getContext();
  const pixel = new Uint8Array(4);
  gl.readPixels(WIDTH / 2, HEIGHT / 2, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, pixel);
  if (pixel[3] === 0) throw new Error('three.js has drawn nothing.');
  return performance.now() - start;
}
