// Modules whose types stand elsewhere: the browser's driver, and the peers by the names that pages load them by.
declare module '*/@playwright/test/index.mjs' {
  export { chromium } from '@playwright/test';
}
declare module '*/uPlot.esm.js' {
  export { default } from 'uplot';
}
declare module '*/uDSV.mjs' {
  export * from 'udsv';
}
declare module '*/d3-dsv.mjs' {
  export * from 'd3-dsv';
}
declare module '*/papaparse.mjs' {
  export * as Papa from 'papaparse';
}
declare module '*/three.module.min.js' {
  export * from 'three';
}
