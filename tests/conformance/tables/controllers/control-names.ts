import type { KubeObject } from '#lib/kubernetes/object.ts';
import type { TraceEvent } from '#lib/trace/event.ts';
import { namespace } from './control-world.ts';

const time = /\b\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z/g;

/** As it stands in JSON. */
const certificate = /-----BEGIN CERTIFICATE-----.*?-----END CERTIFICATE-----\\n/g;

/** Names as the tables write them: `{rs1}`, `{p1}`, `{rs1}-*`, `{slice:s:1}`. */
export class ControlNames {
	/** ReplicaSets of Deployments in order of creation. */
	readonly sets: string[] = [];
	readonly pods: string[] = [];
	/** Pods that someone gave a name. */
	private readonly named = new Set<string>();
	private readonly owners = new Map<string, string>();
	private readonly slices = new Map<string, string>();
	private readonly perService = new Map<string, number>();
	private readonly uids = new Map<string, string>();
	private read = 0;

	/** Notes what has been made since. */
	learn(events: readonly TraceEvent[]): void {
		for (const event of events.slice(this.read)) {
			if (event.kind === 'write' && event.previous === null && event.object !== null) {
				this.note(event.object);
			}
		}
		this.read = events.length;
	}

	/** The real name behind `{rs1}`, `rs1`, `{p1}`, `p1` or `slice:s:1`; any other stays. */
	real(word: string): string {
		const bare = word.replace(/^\{|\}$/g, '');
		const [, kind, number] = /^(rs|p)(\d+)$/.exec(bare) ?? [];
		const list = kind === 'rs' ? this.sets : this.pods;
		const slice = [...this.slices].find(([, token]) => token === `{${bare}}`)?.[0];
		return (kind && list[Number(number) - 1]) ?? slice ?? word.replaceAll('$NS', namespace);
	}

	/** @param anyPod write `{rs1}-*` rather than `{p1}` */
	plain(text: string, anyPod: boolean): string {
		let plain = text;
		for (const [name, token] of this.slices) plain = plain.replaceAll(name, token);
		this.pods.forEach((name, index) => {
			if (this.named.has(name) || !plain.includes(name)) return;
			plain = plain.replaceAll(word(name), anyPod ? this.groupOf(name) : `{p${index + 1}}`);
		});
		this.sets.forEach((name, index) => {
			if (plain.includes(name)) plain = plain.replaceAll(word(name), `{rs${index + 1}}`);
		});
		for (const [uid, token] of this.uids) {
			if (plain.includes(uid)) plain = plain.replaceAll(uid, token);
		}
		return plain
			.replaceAll(namespace, '$NS')
			.replaceAll(time, '<time>')
			.replaceAll(certificate, '<the root certificate>');
	}

	/** Whose Pod it is: `{rs1}-*`, or its own name. */
	groupOf(pod: string): string {
		const owner = this.owners.get(pod);
		if (owner === undefined) return pod;
		const index = this.sets.indexOf(owner);
		return index < 0 ? `${owner}-*` : `{rs${index + 1}}-*`;
	}

	ownerOf(pod: string): string | undefined {
		return this.owners.get(pod);
	}

	private note({ kind, metadata }: KubeObject): void {
		const { name = '', uid = '', generateName, ownerReferences = [] } = metadata;
		if (metadata.namespace !== namespace) return;
		const owner = ownerReferences.find(({ controller }) => controller === true);
		if (kind === 'ReplicaSet' && owner?.kind === 'Deployment') this.sets.push(name);
		if (kind === 'Pod') {
			this.pods.push(name);
			if (generateName === undefined) this.named.add(name);
			if (owner !== undefined) this.owners.set(name, owner.name);
		}
		if (kind === 'EndpointSlice' && owner !== undefined) {
			const number = (this.perService.get(owner.name) ?? 0) + 1;
			this.perService.set(owner.name, number);
			this.slices.set(name, `{slice:${owner.name}:${number}}`);
		}
		this.uids.set(uid, `<uid of ${kind} ${name}>`);
	}
}

function word(name: string): RegExp {
	return new RegExp(`(?<![a-z0-9-])${name}(?![a-z0-9])`, 'g');
}
