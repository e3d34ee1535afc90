/** Counts and plurals in English. */

const rules = new Intl.PluralRules('en');

/** A count with its digits grouped: 119,040. @param {number} count */
export const grouped = (count) => count.toLocaleString('en');

/**
 * The form of a message that goes with a count.
 * @param {number} count
 * @param {{ one: string, other: string }} forms
 */
export const plural = (count, forms) => forms[rules.select(count) === 'one' ? 'one' : 'other'];
