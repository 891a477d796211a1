import type { Container } from '#lib/kubernetes/pod.ts';
import { lookUpImage } from '../image-catalogue.ts';

const programs = new Set(
	'sh ash bash sleep echo true false cat ls touch rm test [ tail date hostname mkdir exit nginx httpd redis-server web pause env printenv stress killall kill wget curl nslookup nc id ps stat grep head wc mv cp printf sync sed'.split(
		' '
	)
);

/** What the container runs; undefined: what its image runs by itself. `command` replaces the image's entry point. */
export function commandOf({ command, args, image }: Container): readonly string[] | undefined {
	if (command !== undefined && command.length > 0) return [...command, ...(args ?? [])];
	const found = lookUpImage(image ?? '');
	const takesCommand = found.found && found.image.runs === 'shell';
	return takesCommand && args !== undefined && args.length > 0 ? args : undefined;
}

export function isKnownProgram(program: string): boolean {
	return programs.has(program.replace(/^\/?(usr\/)?(local\/)?bin\//, '').replace(/^\//, ''));
}

/** A command as a script: its words quoted, so that nothing in them is read as syntax. */
export function scriptOf(command: readonly string[]): string {
	return command.map((word) => `'${word.replaceAll("'", `'\\''`)}'`).join(' ');
}
