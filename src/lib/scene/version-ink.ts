import type { Ink } from './mark.ts';

const inks: readonly Ink[] = ['version1', 'version2', 'version3', 'version4'];

/** The colour of an owner's version, counted from 1 (`owner-version.ts`); `none` for 0. */
export function versionInk(version: number, none: Ink): Ink {
	return inks[version - 1] ?? none;
}
