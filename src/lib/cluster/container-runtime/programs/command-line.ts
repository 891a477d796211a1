import type { Container } from '#lib/kubernetes/pod.ts';
import { lookUpImage } from '../image-catalogue.ts';
import { programs } from '../shell/programs/programs.ts';
import { isShell } from '../shell/run.ts';

/** What the container runs; undefined: what its image runs by itself. `command` replaces the image's entry point. */
export function commandOf({ command, args, image }: Container): readonly string[] | undefined {
	if (command !== undefined && command.length > 0) return [...command, ...(args ?? [])];
	const found = lookUpImage(image ?? '');
	const takesCommand = found.found && found.image.runs === 'shell';
	return takesCommand && args !== undefined && args.length > 0 ? args : undefined;
}

/** There is an executable of that name in every image that has a shell. */
export function isKnownProgram(path: string): boolean {
	const name = path.replace(/^\/?(usr\/)?(local\/)?s?bin\//, '');
	return isShell(path) || path === 'pause' || path === '/pause' || Object.hasOwn(programs, name);
}
