import type { FoundBeat } from './beat.ts';
import type { Message } from './event.ts';

/**
 * A component's watch of Pods that is taken up again: at its version, or, when the API server says that it has forgotten
 * that one, with everything anew. Remembers who was told so.
 */
export class WatchBeats {
	readonly #expired = new Set<string>();

	next({ content, from, to }: Message): FoundBeat {
		if (content.type === 'request') {
			const { verb, resource, query } = content;
			if (verb !== 'watch' || resource !== 'pods' || from.startsWith('kubectl/')) return null;
			const revision = query?.resourceVersion;
			if (revision !== undefined) {
				return { name: 'watch-resumed', of: from, values: { component: from, revision } };
			}
			if (!this.#expired.delete(from)) return null;
			return { name: 'watch-relisted', of: from, values: { component: from } };
		}
		if (content.type !== 'watch-event' || content.event !== 'ERROR') return null;
		if (content.resource !== 'pods' || to.startsWith('kubectl/')) return null;
		this.#expired.add(to);
		return { name: 'watch-expired', of: to, values: { component: to } };
	}
}
