/**
 * The messages between the page and the worker that reads files.
 *
 * @typedef {object} Column
 * @property {string} name
 * @property {'number' | 'date' | 'text' | 'empty'} kind
 * @property {string} share of the first rows that have a number
 * @property {boolean} plain whether other programs read its numbers as they are written
 * @property {string[]} numbers the least, the mean and the greatest; none of words
 * @property {number[]} bars of a histogram
 * @property {string} spread what the histogram shows, in a sentence
 *
 * @typedef {object} Dialect how a table is written
 * @property {string} encoding
 * @property {string} delimiter
 * @property {string} quote
 * @property {string} decimal
 * @property {number} skip records before the table
 * @property {number} headings rows of headings
 * @property {string} dates the order of day and month; empty where there is none to tell
 *
 * @typedef {object} Outline what the first rows tell
 * @property {Column[]} columns
 * @property {string[][]} rows
 * @property {Dialect} dialect
 * @property {[number, number] | null} guess the two columns to begin with
 *
 * @typedef {{ rows: number, reason: 'empty' | 'missing' | 'not a number' | 'ragged' | 'torn', first: string[] }} LeftOut
 *
 * @typedef {{ button: string, choice: string }} Question the choice that reads numbers otherwise that may be read in
 *   two ways, as `name=value`, and the name of its button
 *
 * Messages to the worker:
 *
 * @typedef {{ kind: 'open', choices: string[], columns?: [number, number] }} OpenMessage `choices` are `name=value`
 * @typedef {{ kind: 'slice', buffer: ArrayBuffer, length: number }} SliceMessage the buffer's first `length` bytes
 * @typedef {{ kind: 'end' }} EndMessage
 * @typedef {{ kind: 'returned points', xs: Float64Array, ys: Float64Array }} ReturnedPoints the oldest first
 * @typedef {{ kind: 'all returned' }} AllReturned
 * @typedef {{ kind: 'engines' }} EnginesRequest
 * @typedef {{ kind: 'statements', engine: string, table: string, x: string, y: string }} StatementsRequest
 *
 * @typedef {object} DatabaseAnswer
 * @property {string} sums as the database printed them
 * @property {string} sample likewise; empty without a sample
 * @property {string} x the name of the column
 * @property {string} y
 *
 * @typedef {{ kind: 'sum', answer: DatabaseAnswer, swapped: boolean }} SumRequest
 * @typedef {{ kind: 'pasted', text: string }} PastedRequest
 * @typedef {EnginesRequest | StatementsRequest | SumRequest | PastedRequest} Request
 * @typedef {OpenMessage | SliceMessage | EndMessage | ReturnedPoints | AllReturned | Request} ToWorker
 *
 * Messages from the worker:
 *
 * @typedef {{ kind: 'outline', outline: Outline }} OutlineMessage
 * @typedef {{ kind: 'slice read', rows: number, buffer: ArrayBuffer, length: number }} SliceRead with its buffer
 * @typedef {{ kind: 'points', xs: Float64Array, ys: Float64Array }} PointsMessage some of them, as they come
 * @typedef {{ kind: 'return points' }} ReturnPoints a request: of too many points the worker makes a sample
 *
 * @typedef {object} Done
 * @property {'done'} kind
 * @property {[number, number]} indices of the columns
 * @property {string[]} labels of the axes
 * @property {Float64Array} xs of the last points, or of the sample
 * @property {Float64Array} ys
 * @property {boolean} whole whether all points, these and the ones before, are all rows
 * @property {Float64Array} [axes] of the cells in which all rows were counted, where the points are a sample
 * @property {Uint32Array} [counts] of the rows in those cells
 * @property {Float64Array} sums exact over all rows
 * @property {string[]} report what became of the rows, in sentences
 * @property {string} linkNote what a link will carry of the rows, in a sentence
 * @property {LeftOut[]} leftOut
 * @property {Question | null} question
 *
 * @typedef {{ kind: 'failed', message: string }} Failed the file, or the text, is of no use
 * @typedef {{ kind: 'broken' }} Broken the worker itself failed
 *
 * @typedef {{ id: string, name: string }} Engine
 * @typedef {{ kind: 'engines', engines: Engine[] }} EnginesResponse
 * @typedef {{ sums: string, sample: string, x: string, y: string }} Statements to be run, and the plain column names
 * @typedef {{ kind: 'statements', statements: Statements }} StatementsResponse
 * @typedef {{ sums: boolean, table?: string }} Pasted whether it is sums; the table that was printed as a box
 * @typedef {{ kind: 'pasted', pasted: Pasted }} PastedResponse
 * @typedef {EnginesResponse | StatementsResponse | PastedResponse | Done} Response
 * @typedef {OutlineMessage | SliceRead | PointsMessage | ReturnPoints | Response | Failed | Broken} FromWorker
 */
export {};
