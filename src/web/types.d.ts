/** Where a descent stands; the page adds `running` while its clock runs. */
export type Status = 'ready' | 'paused' | 'converged' | 'below-tolerance' | 'epoch-limit' | 'diverged';

/** How a Trainer is set up; what is left out takes its default. */
export interface TrainerOptions {
  /** L; 0.0001 unless told otherwise. */
  learningRate?: number;
  /** The epoch to stop at; 1,000 unless told otherwise. */
  epochs?: number;
  /** Stop when the cost is below it; 0, the default, never. */
  tolerance?: number;
  /** Where to start; slope and intercept 0 unless told otherwise. */
  start?: { slope: number; intercept: number } | { seed: number };
  /** How errors become one number; squared unless told otherwise. */
  cost?: 'squared' | 'absolute' | 'huber' | 'signed';
  /** δ of the Huber cost, in units of y; it has no default. */
  threshold?: number;
  /** How x and y are scaled before the descent; neither unless told otherwise. */
  scale?: [Scale, Scale];
  /** The update rule; gradient-descent unless told otherwise. */
  rule?: 'gradient-descent' | 'momentum' | 'nesterov' | 'adagrad' | 'rmsprop' | 'adam' | 'newton';
  /** The rule's parameters in the order of the page; PyTorch's defaults where left out. */
  parameters?: number[];
  /** Rows of a mini-batch; all rows at once unless told otherwise. */
  batchSize?: number;
  /** What the order of mini-batches follows from; 0 unless told otherwise. */
  seed?: number;
  /** How the learning rate changes; constant unless told otherwise. */
  schedule?: 'constant' | 'step' | 'inverse' | 'cosine';
  /** step_size and gamma, decay, or T_max. */
  scheduleParameters?: number[];
}

/** How a variable is scaled. */
export type Scale = 'raw' | 'centered' | 'standardised' | 'min-max';

/** One moment of a descent. */
export interface State {
  epoch: number;
  slope: number;
  intercept: number;
  /** J in squared units of y. */
  cost: number;
  status: Status;
  /** Why it stopped, in a sentence; null while it can go on. */
  reason: string | null;
}

/** What the page shows of the descent at every frame. */
export interface Now extends State {
  /** The same numbers, rounded for reading. */
  texts: { epoch: string; slope: string; intercept: string; cost: string };
  /** The epoch that the clock shows: in a race, that of the run that has come farthest. */
  clock: number;
  clockText: string;
  /** Whether another step is refused. */
  ended: boolean;
  /** The last epoch of the scrubber. */
  lastEpoch: number;
}

/** One entry of the list of data. */
export interface DatasetChoice {
  id: string;
  name: string;
}

/** A view of the cost, as a tab of the page has it in `data-view`. */
export type CostView = 'bowl' | 'map' | 'surface';

/** What changes only with the data, the settings or the view. */
export interface Setup {
  dataset: {
    id: string;
    name: string;
    /** Rows used. */
    rows: number;
    rowsText: string;
    /** Whether tables have tenths of x, and keys walk through them, because the points are many. */
    inTenths: boolean;
    /** Names of all columns, as in the file. */
    columns: string[];
    /** Index of the chosen columns. */
    x: number;
    y: number;
    /** Titles of the axes, with units. */
    xLabel: string;
    yLabel: string;
    /** Sentences about the data: source and reason, or the import's report. */
    about: string[];
  /** What a link will carry of data that only the reader has; empty where that is not known yet. */
  linkNote: string;
  };
  best: {
    /** null when x has no spread, so that no slope is best. */
    slope: number | null;
    intercept: number | null;
    cost: number;
    /** The best line of another cost, in a sentence; empty where the cost is squared error. */
    note: string;
    texts: { slope: string; intercept: string; cost: string; rSquared: string };
  };
  learningRate: {
    value: number;
    text: string;
    /** Position on the slider, 0 to 1000. */
    slider: number;
  };
  /** The largest stable learning rate, 2/λmax in plain descent; null where none is known. */
  largestStable: { value: number; text: string; slider: number } | null;
  /** What the learning rate does with these data, in a sentence. */
  forecast: string;
  /** The name of the next thing that the page offers to do; empty where there is none. */
  advice: string;
  /** Whether that is about the learning rate, beside which it is offered too. */
  advisesRate: boolean;
  /** Where on the slider each zone of the rate begins, and the best rates; null where unknown. */
  zones: {
    steady: number;
    zigzag: number;
    diverging: number;
    bestForAny: number;
    bestFromHere: number | null;
  } | null;
  /** The choices in the panel `More` that are not the defaults, in few words. */
  extras: string;
  epochs: number;
  tolerance: number;
  speed: { level: number; levels: number; text: string };
  start: { kind: 'zero' | 'typed' | 'random'; slope: number; intercept: number };
  /** Whether a parameter is held. */
  held: boolean;
  /** Whether the error of each point is drawn in its stead. */
  residuals: boolean;
  /** Whether errors are drawn as squares. */
  squares: boolean;
  editing: { canUndo: boolean; canRedo: boolean };
  /** The parameter that the bowl shows. */
  along: 'slope' | 'intercept';
  equalAxes: boolean;
  /** Whether the surface is seen from elsewhere than at first. */
  turned: boolean;
  costView: CostView;
  /** Whether that view shows the cost along one parameter, rather than over both. */
  oneParameter: boolean;
  /** Whether that view is seen from a camera, which can be turned. */
  turnable: boolean;
  logHistory: boolean;
  /** Whether the least-squares answer is shown. */
  answer: boolean;
}

/** A parameter of a rule or a schedule. */
export interface RuleParameter {
  name: string;
  value: string;
  explains: string;
}

/** What the panel `More` shows of the settings. */
export interface Method {
  cost: 'squared' | 'absolute' | 'huber' | 'signed';
  threshold: string;
  scaleX: Scale;
  scaleY: Scale;
  rule: string;
  /** What the rule does, in a sentence. */
  explains: string;
  parameters: RuleParameter[];
  batch: 'full' | 'rows' | 'one';
  batchSize: string;
  seed: string;
  schedule: 'constant' | 'step' | 'inverse' | 'cosine';
  scheduleParameters: RuleParameter[];
  /** What scaling does to the valley. */
  condition: string;
  /** The rates that are best, each in its sense. */
  bestRates: string;
  /** After how many epochs the sweep compares the rates. */
  sweepEpochs: string;
  /** Whether a run stops when it blows up. */
  stopsOnDivergence: boolean;
}

/** A run of the race. */
export interface Racer {
  name: string;
  epoch: string;
  slope: string;
  intercept: string;
  cost: string;
  distance: string;
  /** The first epoch within 1 % of the least cost; empty where there is none yet. */
  arrived: string;
  /** How it ended; empty while it can go on. */
  ended: string;
}

/** A tone at a moment. */
export interface Sound {
  /** Seconds from the beginning. */
  at: number;
  /** Hertz. */
  frequency: number;
  /** -1 is left, 1 is right. */
  pan: number;
  /** From 0, silence, to 1. */
  loudness: number;
}

/** A short tone that dies away. */
export interface Stroke extends Sound {
  /** Seconds after which it is gone. */
  seconds: number;
}

/** What is to be played. */
export interface Score {
  seconds: number;
  tones: {
    /** Amplitudes, the fundamental first. */
    harmonics: number[];
    /** Each lasts until the next one. */
    sounds: Sound[];
  }[];
  strokes: Stroke[];
  /** How loud noise is from a moment on. */
  noise: { at: number; loudness: number }[];
}

/** A table beside a figure. */
export interface Table {
  caption: string;
  /** Sentences about what is in it. */
  notes: string[];
  /** That of the rows' headings first. */
  columns: {
    title: string;
    /** The number that the heading stands for, where it does. */
    value: number | null;
    /** The name that rows are sorted by; null where they cannot be sorted by this column. */
    sortKey: string | null;
    sorted: 'ascending' | 'descending' | 'none';
    /** Whether there are texts in it, and no numbers. */
    isText: boolean;
  }[];
  rows: TableRow[];
  /** The rows that are shown of many; null where all are. */
  page: { text: string; previous: number | null; next: number | null } | null;
}

/** A row of a table. */
export interface TableRow {
  heading: TableCell;
  cells: TableCell[];
  /** The group that it opens. */
  opens: number | null;
  /** Whether this is where the run stands. */
  isNow: boolean;
}

/** A cell of a table: the text, and the number where it is one. */
export interface TableCell {
  text: string;
  value: number | null;
}

/** What a press of a key in a walk through the points says, and the point that it leads to. */
export interface WalkStop {
  /** The index of the point; null where a whole tenth is meant, or nothing. */
  point: number | null;
  text: string;
}

/** An event that a walk has come to. */
export interface WalkEvent {
  /** null where nothing has happened yet. */
  epoch: number | null;
  text: string;
}

/** Code or numbers that can be taken along. */
export interface ExportChoice {
  id: 'script' | 'notebook' | 'trace' | 'report';
  /** What its file should be called. */
  name: string;
  /** What is in it, or why there is none. */
  about: string;
  refused: boolean;
}

/** The reader's own program as a file that runs under Python. */
export interface ProgramFile {
  /** What the file should be called. */
  name: string;
  text: string;
  /** Which data are in it. */
  about: string;
}

/** Whether a line is suitable for the data. */
export interface Suitability {
  headline: string;
  notes: {
    text: string;
    /** What shows it, where it speaks against a line. */
    picture: 'points' | 'residuals' | null;
    /** The index of the point that it is about. */
    point: number | null;
  }[];
}

/** Why a run blew up. */
export interface Divergence {
  sentences: string[];
  /** Names of its remedies. */
  remedies: string[];
}

/** A change that mends a program. */
export interface ProgramChange {
  /** The name of the mistake, or of the finding. */
  name: string;
  /** The statements that it can be made in, the likeliest first, as chapter 7 names them. */
  statements: string[];
  /** Its kind. */
  what: string;
}

/** What is said of a program that does not stop when it is to. */
export interface ProgramStop {
  /** What the page sees. */
  seen: string;
  hint: string;
}

/** What is wrong with the reader's own program. */
export interface ProgramVerdict {
  /** What was found: `right`, `mistakes`, `rule`, `unknown` and others. */
  finding: string;
  /** Names of the mistakes, where they are known. */
  mistakes: string[];
  /** What the page sees. */
  seen: string;
  /** A hint, where there is something to mend. */
  hint: string | null;
  /** Changes that mend it. */
  changes: ProgramChange[];
  /** The first step that is not right, or else the first of all. */
  arrows: StepArrows | null;
}

/** A step of a program and the right one, from one line. Lines are in data units: slope, intercept. */
export interface StepArrows {
  epoch: number;
  from: [number, number];
  to: [number, number];
  right: [number, number];
}

/** What the lesson shows beside the figures. */
export interface Lesson {
  /** Live numbers, and sentences, by the names that chapters give them. */
  live: { name: string; value: number | null; text: string }[];
  /** Switches by the names that chapters give them, and whether they are on. */
  switches: { name: string; on: boolean }[];
}

/** The lesson's program, after one of its lines. */
export interface Walk {
  /** The name of the line that has been done. */
  done: string;
  /** The name of the line that comes next; null where there is none. */
  next: string | null;
  /** What each line that has been done has made. */
  values: { line: string; text: string }[];
  /** What there is to be said; empty where the walk can simply go on. */
  note: string;
}

/** A learning rate of a course, whose cost is another one, in this page's terms. */
export interface ConvertedRate {
  /** The rate here, as it is typed. */
  rate: string;
  /** Meaning of the rate on this page, in sentences. */
  text: string;
  /** Effect of a penalty on the slope, which a course may have and this page has not. */
  penalty: string;
  /** The name of the button that takes it. */
  take: string;
}

/** What the line predicts. */
export interface Prediction {
  /** ŷ, in units of y. */
  value: number;
  /** The same in a sentence. */
  text: string;
}

/** What is pointed at, in words. */
export interface Tip {
  figure: 'data' | 'cost';
  /** The number of the point that it is about, and how many there are. */
  point: [number, number] | null;
  /** In CSS pixels from the figure's upper left corner. */
  place: [number, number] | null;
  lines: string[];
  /** Rows of cells, headings first. */
  table: [string, string, string][];
}

/** What `Copy link` copies. */
export interface Link {
  /** Goes behind the page's address and a `#`. */
  fragment: string;
  /** What the link carries, in a sentence. */
  note: string;
}
