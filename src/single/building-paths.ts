/** Stands in for SvelteKit's `$app/paths` while the single file's data are made. */
export { pageAddress as resolve } from './page-address.ts';

/** Of the files beside the pages only the lessons in small are asked for; in the single file they are part of the page. */
export const asset = (): string => '';
