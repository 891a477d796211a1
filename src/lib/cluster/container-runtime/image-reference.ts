import type { StoredImage } from './runtime-state.ts';

/** What a container's status gives as imageID. */
export function imageReference({ name, digest, imported }: StoredImage): string {
	return imported ? `sha256:${digest}` : `${name.slice(0, name.lastIndexOf(':'))}@sha256:${digest}`;
}
