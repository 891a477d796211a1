import type { Pod } from '#lib/kubernetes/pod.ts';
import type { FoundBeat } from './beat.ts';
import { deploymentBeat, replicaSetBeat } from './controller-beats.ts';
import type { Message, TraceEvent, Transition, Write } from './event.ts';
import { componentBeat, evictionBeat, factBeat, machineBeat } from './node-beats.ts';
import { changeOf, shortName } from './object-at-key.ts';
import { aboutPod, podBeat } from './pod-beats.ts';
import { endpointsBeat, serviceBeat } from './service-beats.ts';
import { TrafficBeats } from './traffic-beats.ts';
import { WatchBeats } from './watch-beats.ts';
import { writtenBeat } from './written-beat.ts';

const collector = 'system:serviceaccount:kube-system:generic-garbage-collector';

/** Names events one after another. Remembers what it must to tell a first time from a repetition. */
export class BeatFinder {
	readonly #creating = new Map<string, string>();
	readonly #seen = new Set<string>();
	readonly #untold = new Map<number, string>();
	readonly #pods = new Map<string, Pod>();
	readonly #asked = new Set<string>();
	readonly #traffic = new TrafficBeats();
	readonly #watches = new WatchBeats();
	/** Requests by which the garbage collector deletes. */
	readonly #collecting = new Set<number>();
	/** Requests of commands. */
	readonly #byPerson = new Set<number>();

	next(event: TraceEvent): FoundBeat {
		switch (event.kind) {
			case 'output':
				return event.stream === 'input' ? { name: 'run' } : null;
			case 'message':
				return this.#message(event);
			case 'transition':
				return this.#transition(event);
			case 'decision':
				if (event.decision === 'replicas') return null;
				if (event.decision === 'eviction') return evictionBeat(event, this.#pods);
				if (event.decision === 'rollout') {
					return event.step === 'wait' ? { name: 'waits', of: event.deployment } : null;
				}
				return this.#aboutPod(event.winner === null ? 'unschedulable' : 'scored', event.pod);
			case 'write':
				return (
					this.#write(event) ?? (this.#byPerson.has(event.request) ? writtenBeat(event) : null)
				);
			case 'local':
				return this.#traffic.next(event) ?? factBeat(event, this.#pods);
		}
	}

	#aboutPod(name: NonNullable<FoundBeat>['name'], pod: string): FoundBeat {
		const object = this.#pods.get(pod);
		return { name, ...(object ? aboutPod(object, pod) : { pod }) };
	}

	#message(event: Message): FoundBeat {
		const watched = this.#watches.next(event);
		if (watched) return watched;
		const { content, to, protocol } = event;
		if (content.type === 'request') {
			const { verb, resource, subresource, id, user, path } = content;
			if (verb === 'create' && resource === 'pods' && !subresource) {
				this.#creating.set(`request/${id}`, path);
			}
			if (verb === 'delete' && user === collector) this.#collecting.add(id);
			if (event.from.startsWith('kubectl/')) this.#byPerson.add(id);
		}
		if (content.type === 'response' && content.code >= 400) {
			// kubectl looks whether something is there before it makes it.
			const isAbsent = content.code === 404 && content.verb === 'get';
			if (to.startsWith('kubectl/')) return isAbsent ? null : { name: 'refused' };
			const isConflict = content.code === 409 && content.verb === 'update';
			if (to !== 'controller-manager' || !isConflict) return null;
			const values = { kind: content.resource, name: content.name ?? '' };
			const namespace = /\/namespaces\/([^/]+)\//.exec(content.path)?.[1] ?? '';
			return { name: 'conflict', of: `${namespace}/${content.name}`, values };
		}
		if (protocol === 'dns' && content.type === 'call' && to === 'coredns') {
			const name = content.argument ?? '';
			if (this.#asked.has(name)) return null;
			this.#asked.add(name);
			return { name: 'asks-name', values: { name } };
		}
		return this.#news(event);
	}

	#news({ content, from, to }: Message): FoundBeat {
		if (content.type !== 'watch-event' || content.resource !== 'pods') return null;
		const pod = `${content.namespace}/${content.name}`;
		if (to.startsWith('kubectl/') && this.#untold.get(content.revision) === pod) {
			this.#untold.delete(content.revision);
			return this.#aboutPod('told', pod);
		}
		if (!to.startsWith('kubelet/') || from !== 'api-server' || content.initial) return null;
		const sight = `${to} ${pod}`;
		if (content.event === 'DELETED') this.#seen.delete(sight);
		if (content.event !== 'ADDED' || this.#seen.has(sight)) return null;
		this.#seen.add(sight);
		return this.#aboutPod('seen', pod);
	}

	#transition(event: Transition): FoundBeat {
		if (event.machine === 'component') return componentBeat(event);
		if (event.machine !== 'api-request') return machineBeat(event, this.#pods);
		const path = this.#creating.get(event.actor);
		if (path === undefined || event.to !== 'storage') return null;
		this.#creating.delete(event.actor);
		return { name: 'admitted', of: path };
	}

	#write(event: Write): FoundBeat {
		const pod = changeOf('Pod', event);
		if (pod) {
			const beat = podBeat(pod);
			if (pod.now) this.#pods.set(pod.key, pod.now);
			if (beat?.name === 'ready') this.#untold.set(event.revision, pod.key);
			return beat;
		}
		const deployment = changeOf('Deployment', event);
		if (deployment) return this.#collected(deploymentBeat(deployment), event);
		const replicaSet = changeOf('ReplicaSet', event);
		if (replicaSet) return this.#collected(replicaSetBeat(replicaSet), event);
		const service = changeOf('Service', event);
		if (service) return serviceBeat(service);
		const endpoints = changeOf('EndpointSlice', event);
		return endpoints && endpointsBeat(endpoints);
	}

	/** What the garbage collector deletes goes because its owner is gone. */
	#collected(beat: FoundBeat, { request, key }: Write): FoundBeat {
		if (!beat || !this.#collecting.has(request)) return beat;
		const values = { ...beat.values, name: shortName(key.split('/').slice(3).join('/')) };
		return beat.name === 'gone' ? { ...beat, name: 'collected', values } : beat;
	}
}
