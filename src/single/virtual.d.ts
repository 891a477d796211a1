declare module 'virtual:single-data' {
	/** Written by scripts/build-single.ts. */
	export const data: import('./single-data.ts').SingleData;
}
