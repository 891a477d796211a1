import { filePrograms } from './files.ts';
import { networkPrograms } from './network.ts';
import type { Program } from './program.ts';
import { systemPrograms } from './system.ts';
import { textPrograms } from './text.ts';

/** The usual small programs of an image with a shell. */
export const programs: Readonly<Record<string, Program>> = {
	...filePrograms,
	...networkPrograms,
	...systemPrograms,
	...textPrograms
};
