/**
 * Stands in for www/offline/offline.js: the single file needs no network, and no browser keeps it.
 *
 * @import { Page } from '../../core/page.js'
 */

/** @param {Page} _page */
export async function connectOffline(_page) {}
