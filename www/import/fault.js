/** Faults of what was typed into a text area, tied to it: who comes back to it hears what is wrong. */
import { setAttribute } from '../core/dom.js';

/**
 * Ties text areas to the element that tells their fault, until they are changed.
 * @param {HTMLTextAreaElement[]} areas
 * @param {string} place the id of that element
 */
export function tieFault(areas, place) {
  for (const area of areas) {
    const described = area.getAttribute('aria-describedby') ?? '';
    if (area.getAttribute('aria-invalid') === 'true') continue;
    setAttribute(area, 'aria-invalid', 'true');
    setAttribute(area, 'aria-describedby', `${place} ${described}`.trim());
    const untie = () => {
      area.removeAttribute('aria-invalid');
      setAttribute(area, 'aria-describedby', described);
    };
    area.addEventListener('input', untie, { once: true });
  }
}
