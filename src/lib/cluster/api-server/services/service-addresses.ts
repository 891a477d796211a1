import { ipv4Number, ipv4Text, parseIp } from '#lib/kubernetes/ip-address.ts';
import type { Service } from '#lib/kubernetes/service.ts';
import type { Random } from '../../kernel/random.ts';
import { freeNumber, staticBand } from './number-pool.ts';
import { needsNodePort } from './service-needs.ts';

/** `--service-cluster-ip-range=10.96.0.0/16`: its first and its last address are nobody's. */
const firstAddress = ipv4Number(parseIp('10.96.0.1')!);
const addresses = 2 ** 16 - 2;
const addressBand = staticBand(addresses, 16, 256);
/** `--service-node-port-range=30000-32767` */
const firstPort = 30_000;
const ports = 2768;
const portBand = staticBand(ports, 32, 128);

/** Why a number is not given, in upstream's words (pkg/registry/core/service/{ipallocator,portallocator}). */
export type Taken = string | undefined;

/**
 * Which addresses and node ports Services have. What a request has asked for is kept for it until it is answered; what is
 * stored is known from etcd's commits.
 */
export class ServiceAddresses {
	private readonly held = new Set<string | number>();
	private readonly reserved = new Map<number, Set<string | number>>();
	private readonly asked = new Set<string | number>();

	constructor(private readonly random: Random) {}

	/** An address for the request. Undefined: there are none left. */
	nextAddress(request: number): string | undefined {
		const free = freeNumber(
			addresses,
			addressBand,
			(offset) => this.isFree(ipv4Text(firstAddress + offset)),
			(below) => this.random.int(below)
		);
		return free === undefined ? undefined : this.reserve(request, ipv4Text(firstAddress + free));
	}

	/** Gives the request the address that it wants. */
	takeAddress(request: number, text: string): Taken {
		const ip = parseIp(text);
		const offset = ip?.family === 'IPv4' ? ipv4Number(ip) - firstAddress : -1;
		if (offset < 0 || offset >= addresses) {
			return 'the provided network does not match the current range';
		}
		const address = ipv4Text(firstAddress + offset);
		if (!this.isFree(address)) return 'provided IP is already allocated';
		this.reserve(request, address);
		return undefined;
	}

	/** A node port for the request. Undefined: there are none left. */
	nextPort(request: number): number | undefined {
		const free = freeNumber(
			ports,
			portBand,
			(offset) => this.isFree(firstPort + offset),
			(below) => this.random.int(below)
		);
		return free === undefined ? undefined : this.reserve(request, firstPort + free);
	}

	/** Gives the request the node port that it wants. */
	takePort(request: number, port: number): Taken {
		if (port < firstPort || port >= firstPort + ports) {
			return `provided port is not in the valid range. The range of valid ports is ${firstPort}-${firstPort + ports - 1}`;
		}
		if (!this.isFree(port)) return 'provided port is already allocated';
		this.reserve(request, port);
		return undefined;
	}

	/** The request is over, or begins anew: what it has not stored is free again. */
	settle(request: number): void {
		for (const entry of this.reserved.get(request) ?? []) this.asked.delete(entry);
		this.reserved.delete(request);
	}

	/** etcd stored another version of a Service, or none any more. */
	hearOf(previous: Service | null, stored: Service | null): void {
		for (const entry of heldBy(previous)) this.held.delete(entry);
		for (const entry of heldBy(stored)) this.held.add(entry);
	}

	private isFree(entry: string | number): boolean {
		return !this.held.has(entry) && !this.asked.has(entry);
	}

	private reserve<T extends string | number>(request: number, entry: T): T {
		let mine = this.reserved.get(request);
		if (mine === undefined) this.reserved.set(request, (mine = new Set()));
		mine.add(entry);
		this.asked.add(entry);
		return entry;
	}
}

function heldBy(service: Service | null): readonly (string | number)[] {
	if (service === null) return [];
	const { clusterIPs = [], ports: list = [], healthCheckNodePort } = service.spec;
	const numbers = needsNodePort(service.spec)
		? [...list.map(({ nodePort }) => nodePort), healthCheckNodePort]
		: [];
	const own = clusterIPs.flatMap((text) => {
		const ip = parseIp(text);
		return ip?.family === 'IPv4' ? [ipv4Text(ipv4Number(ip))] : [];
	});
	return [...own, ...numbers.flatMap((port) => (port ? [port] : []))];
}
