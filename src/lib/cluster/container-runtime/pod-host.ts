import type { NetworkHost } from '../network/pod-network.ts';
import type { RuntimeContainer } from './runtime-state.ts';

/** What a Pod's address leads to: the containers of a Pod share its ports. */
export function podHost(pod: string, containers: () => readonly RuntimeContainer[]): NetworkHost {
	return {
		pod,
		listenerOn: (port) => {
			for (const { process } of containers()) {
				const listener = process.listenerOn(port);
				if (listener !== undefined) return listener;
			}
			return undefined;
		}
	};
}
