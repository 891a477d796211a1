import type { Container } from '#lib/kubernetes/pod.ts';
import { imageReference } from './image-reference.ts';
import type { Process } from './process.ts';
import type { PodRef } from './runtime-calls.ts';
import type { RuntimeContainer, StoredImage } from './runtime-state.ts';

/** A container as the runtime notes it when it is created. */
export function newContainer(
	id: string,
	ref: PodRef,
	{ name, image: specImage = '' }: Container,
	attempt: number,
	stored: StoredImage | undefined,
	process: Process
): RuntimeContainer {
	return {
		id,
		...ref,
		name,
		attempt,
		specImage,
		image: stored?.name ?? specImage,
		imageRef: stored === undefined ? '' : imageReference(stored),
		state: 'created',
		startedMs: 0,
		finishedMs: 0,
		exitCode: 0,
		reason: '',
		message: '',
		process
	};
}
