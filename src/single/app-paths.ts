/** Stands in for SvelteKit's `$app/paths` in the single file. */
import { data } from 'virtual:single-data';
import { pageAddress, pagePath } from './page-address.ts';

/** Where a page is; where a file of data is, which comes with the page, the data itself as an address. */
export function resolve(route: string, parameters: Readonly<Record<string, string>> = {}): string {
	const file = data.files[pagePath(route, parameters)];
	if (file === undefined) return pageAddress(route, parameters);
	return `data:application/json,${encodeURIComponent(file)}`;
}
