import { cluster } from './descriptions/cluster.ts';
import { containers } from './descriptions/containers.ts';
import { everywhere } from './descriptions/everywhere.ts';
import { networking } from './descriptions/networking.ts';
import { podStatus } from './descriptions/pod-status.ts';
import { pods } from './descriptions/pods.ts';
import { volumes } from './descriptions/volumes.ts';
import { workloads } from './descriptions/workloads.ts';

/** By type, and by type and field with a blank between them; the type `*` stands for all. */
const known = new Map<string, string>();

/** What a type is, in Kinetes' own words. */
export function typeDescription(type: string): string | undefined {
	read();
	return known.get(type);
}

/** What a field of a type is, in Kinetes' own words. */
export function fieldDescription(type: string, field: string): string | undefined {
	read();
	return known.get(`${type} ${field}`) ?? known.get(`* ${field}`);
}

/** Types, and fields behind a blank, that are described. */
export function describedNames(): readonly string[] {
	read();
	return [...known.keys()];
}

function read(): void {
	if (known.size > 0) return;
	const texts = [everywhere, pods, containers, podStatus, volumes, workloads, networking, cluster];
	let type = '';
	for (const line of texts.flatMap((text) => text.trim().split('\n'))) {
		const [, indent, name = '', description = ''] = /^( *)([^:]+):? ?(.*)$/.exec(line) ?? [];
		if (indent === '') type = name;
		if (description !== '') known.set(indent === '' ? name : `${type} ${name}`, description);
	}
}
