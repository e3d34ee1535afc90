/** Programs with mistakes, as readers make them, and what the page is to call them. */
import { DESCENT, changed } from '../interpreter/descent.js';

/**
 * @typedef {{ what: string, source: string, said: RegExp }} Case `said`: what the verdict says of the program
 */

const ERRORS = 'errors = y - (a * x + b)';
const SLOPE = '2 * np.mean(x * errors)';
const INTERCEPT = '2 * np.mean(errors)';

/** The mistakes that the page is to name, each in a way or two that it is made. @type {Case[]} */
export const MISTAKES = [
  { what: 'wrong sign of the derivatives', source: changed({ da: `da = ${SLOPE}`, db: `db = ${INTERCEPT}` }), said: /^Wrong sign: the line walks uphill/ },
  { what: 'wrong sign of the update', source: changed({ a: 'a = a + L * da', b: 'b = b + L * db' }), said: /^Wrong sign: the line walks uphill/ },
  { what: 'wrong sign for the slope', source: changed({ a: 'a = a + L * da' }), said: /^Wrong sign for the slope/ },
  { what: 'wrong sign for the intercept', source: changed({ db: `db = ${INTERCEPT}` }), said: /^Wrong sign for the intercept/ },
  { what: 'predictions minus y, the sign not turned', source: changed({ errors: 'errors = (a * x + b) - y' }), said: /^Wrong sign: the line walks uphill/ },
  { what: 'the 2 missing', source: changed({ da: 'da = -np.mean(x * errors)', db: 'db = -np.mean(errors)' }), said: /^A 2 is missing/ },
  { what: 'the ½ in place', source: changed({ da: `da = -${SLOPE} / 2`, db: `db = -0.5 * ${INTERCEPT}` }), said: /^A 2 is missing/ },
  { what: 'the 2 missing in da alone', source: changed({ da: 'da = -np.mean(x * errors)' }), said: /^A 2 is missing in the slope’s step/ },
  { what: 'the 2 twice', source: changed({ a: 'a = a - 2 * L * da', b: 'b = b - 2 * L * db' }), said: /^A 2 too many/ },
  { what: 'sum for mean', source: changed({ da: 'da = -2 * np.sum(x * errors)', db: 'db = -2 * np.sum(errors)' }), said: /^A sum in place of the mean/ },
  { what: 'sum for mean in db alone', source: changed({ db: 'db = -2 * errors.sum()' }), said: /^A sum in place of the mean, for the intercept/ },
  { what: 'n − 1 for n', source: changed({ da: 'da = -2 * np.sum(x * errors) / (len(x) - 1)', db: 'db = -2 * np.sum(errors) / (len(x) - 1)' }), said: /^One row too few/ },
  { what: 'x missing in da', source: changed({ da: `da = -${INTERCEPT}` }), said: /^No x in da/ },
  { what: 'x in db', source: changed({ db: `db = -${SLOPE}` }), said: /^An x in db/ },
  { what: 'the product of the means in da', source: changed({ da: 'da = -2 * np.mean(x) * np.mean(errors)' }), said: /^The product of two means/ },
  { what: 'slope and intercept exchanged', source: changed({ a: 'a = a - L * db', b: 'b = b - L * da' }), said: /^Exchanged/ },
  {
    what: 'the new a used for db',
    source: changed({ a: 'pass', db: `a = a - L * da\n${ERRORS}\ndb = -${INTERCEPT}` }),
    said: /^The new a is used too soon/,
  },
  { what: 'errors not computed again', source: changed({ a: 'a = a - L * da', for: `${ERRORS}\nfor epoch in range(epochs):`, errors: 'pass' }), said: /^The errors stand still/ },
  { what: 'L left out', source: changed({ a: 'a = a - da', b: 'b = b - db' }), said: /^No learning rate: / },
  { what: 'L left out for the intercept', source: changed({ b: 'b -= db' }), said: /^No learning rate for the intercept/ },
  { what: 'L used twice', source: changed({ da: `da = -L * ${SLOPE}`, db: `db = -L * ${INTERCEPT}` }), said: /^The learning rate is used twice: / },
  { what: 'L used twice for the slope', source: changed({ a: 'a = a - L * L * da' }), said: /^The learning rate is used twice for the slope/ },
  {
    what: 'absolute for squared',
    source: changed({ da: 'da = -np.mean(x * np.sign(errors))', db: 'db = -np.mean(np.sign(errors))' }),
    said: /^Absolute error in place of the squared one/,
  },
  { what: 'absolute values of the errors', source: changed({ errors: 'errors = abs(y - (a * x + b))' }), said: /^The errors have lost their signs/ },
  { what: 'squares of the errors', source: changed({ errors: 'errors = (y - (a * x + b)) ** 2' }), said: /^The errors are squared in the gradient/ },
  { what: 'the first row only', source: changed({ errors: 'errors = y[0] - (a * x[0] + b)', da: 'da = -2 * x[0] * errors', db: 'db = -2 * errors' }), said: /^One row only: .* first row/ },
  {
    what: 'the last row only',
    source: changed({ errors: 'for xi, yi in zip(x, y):\n    error = yi - (a * xi + b)', da: 'da = -2 * xi * error', db: 'db = -2 * error' }),
    said: /^One row only: .* last row/,
  },
  { what: 'integers for a and b', source: changed({ a: 'a = int(a - L * da)', b: 'b = int(b - L * db)' }), said: /^Whole numbers for a and b/ },
  { what: 'integers for the data', source: `x, y = x.astype(int), y.astype(int)\n${DESCENT}`, said: /^Whole numbers for data/ },
  { what: 'strings for numbers', source: changed({ show: 'show(str(a), str(b))' }), said: /a is a string.*show\(a, b\) takes two numbers/ },
  { what: 'a string for the start', source: changed({ start: 'a = b = "0"' }), said: /cannot be combined/ },
  { what: 'an intercept that is never updated', source: changed({ b: 'pass' }), said: /^Only the slope learns/ },
  { what: 'predictions without the intercept', source: changed({ errors: 'errors = y - a * x' }), said: /^The predictions leave out b/ },
  { what: 'a line that never moves', source: changed({ a: 'pass', b: 'pass' }), said: /^The line does not move/ },
  {
    what: 'a row count typed by hand',
    source: changed({ da: 'da = -2 * np.sum(x * errors) / 11', db: 'db = -2 * np.sum(errors) / 11' }),
    said: /^Another number of rows: .* divided by 11\. There are 32 rows/,
  },
  { what: 'wrong sign and the 2 missing', source: changed({ da: 'da = np.mean(x * errors)', db: 'db = np.mean(errors)' }), said: /^Two things at once\. Wrong sign: .* A 2 is missing/ },
  {
    what: 'a sum, and L left out for the slope',
    source: changed({ da: 'da = -2 * np.sum(x * errors)', db: 'db = -2 * np.sum(errors)', a: 'a = a - da' }),
    said: /^Two things at once\. A sum in place of the mean: .* No learning rate for the slope/,
  },
  {
    what: 'the 2 missing, and the new a used for db',
    source: changed({ da: 'da = -np.mean(x * errors)', a: 'pass', db: `a = a - L * da\n${ERRORS}\ndb = -np.mean(errors)` }),
    said: /^Two things at once\. A 2 is missing.* The new a is used too soon/,
  },
];

/** A program of the loop's lines with others in the place of its updates. @param {string} before @param {string} updates */
const withRule = (before, updates) => changed({ start: `a = b = 0.0\n${before}` }).replace(/^ {4}a = a - L \* da\n {4}b = b - L \* db$/m, updates.replace(/^/gm, '    '));

/** The page's rules and rates, which are no mistakes but not what was asked for. @type {Case[]} */
export const RULES = [
  { what: 'momentum', source: withRule('va = vb = 0.0', 'va = 0.9 * va + da\nvb = 0.9 * vb + db\na = a - L * va\nb = b - L * vb'), said: /this is Momentum with momentum = 0\.9/ },
  {
    what: 'Nesterov',
    source: withRule('va = vb = 0.0', 'va = 0.9 * va + da\nvb = 0.9 * vb + db\na = a - L * (da + 0.9 * va)\nb = b - L * (db + 0.9 * vb)'),
    said: /this is Nesterov/,
  },
  { what: 'AdaGrad', source: withRule('ga = gb = 0.0', 'ga += da ** 2\ngb += db ** 2\na = a - L * da / (ga ** 0.5 + 1e-10)\nb = b - L * db / (gb ** 0.5 + 1e-10)'), said: /this is AdaGrad/ },
  {
    what: 'RMSProp',
    source: withRule('ga = gb = 0.0', 'ga = 0.9 * ga + 0.1 * da ** 2\ngb = 0.9 * gb + 0.1 * db ** 2\na = a - L * da / (ga ** 0.5 + 1e-8)\nb = b - L * db / (gb ** 0.5 + 1e-8)'),
    said: /this is RMSProp/,
  },
  {
    what: 'Adam',
    source: withRule(
      'ma = mb = ga = gb = 0.0',
      `ma = 0.9 * ma + 0.1 * da
mb = 0.9 * mb + 0.1 * db
ga = 0.999 * ga + 0.001 * da ** 2
gb = 0.999 * gb + 0.001 * db ** 2
t = epoch + 1
a = a - L * (ma / (1 - 0.9 ** t)) / ((ga / (1 - 0.999 ** t)) ** 0.5 + 1e-8)
b = b - L * (mb / (1 - 0.9 ** t)) / ((gb / (1 - 0.999 ** t)) ** 0.5 + 1e-8)`,
    ),
    said: /this is Adam/,
  },
  { what: 'the normal equations', source: `import numpy as np\na, b = np.polyfit(x, y, 1)\nfor epoch in range(3):\n    show(a, b)\n`, said: /least-squares line at once/ },
  { what: 'another rate', source: `L = L / 10\n${DESCENT}`, said: /as if L were 0\.004 instead of 0\.04/ },
  { what: 'a rate that falls', source: changed({ a: 'a = a - L / (1 + 0.1 * epoch) * da', b: 'b = b - L / (1 + 0.1 * epoch) * db' }), said: /after t epochs it is L \/ \(1 \+ 0\.1 · t\)/ },
  { what: 'a penalty', source: changed({ da: `da = -${SLOPE} + 0.2 * a` }), said: /penalty on the slope/ },
  {
    what: 'mini-batches',
    source: `import numpy as np
a = b = 0.0
for epoch in range(epochs):
    for i in range(0, len(x), 8):
        errors = y[i:i + 8] - (a * x[i:i + 8] + b)
        da = -2 * np.mean(x[i:i + 8] * errors)
        a, b = a - L * da, b + 2 * L * np.mean(errors)
    show(a, b)
`,
    said: /8 rows at a time/,
  },
  { what: 'show at the start of the loop', source: DESCENT.replace(/^ {4}show.*\n/m, '').replace(':\n', ':\n    show(a, b)\n'), said: /^Right: all 49 steps/ },
  { what: 'show every ten epochs', source: changed({ show: 'if epoch % 10 == 9:\n    show(a, b)' }), said: /^Right, but shown only every 10 epochs/ },
];
