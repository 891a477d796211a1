/** A cluster as a kubeconfig names it. */
export interface ClusterEntry {
	readonly server?: string;
	readonly 'certificate-authority'?: string;
	readonly 'certificate-authority-data'?: string;
	readonly 'insecure-skip-tls-verify'?: boolean;
	readonly 'tls-server-name'?: string;
	readonly 'proxy-url'?: string;
}

/** A user: what it shows to prove who it is. */
export interface UserEntry {
	readonly 'client-certificate'?: string;
	/** Base64 of what `certificate.ts` reads. */
	readonly 'client-certificate-data'?: string;
	readonly 'client-key'?: string;
	readonly 'client-key-data'?: string;
	readonly token?: string;
	readonly username?: string;
	readonly password?: string;
	readonly as?: string;
	readonly 'as-groups'?: readonly string[];
}

export interface ContextEntry {
	readonly cluster: string;
	readonly namespace?: string;
	readonly user: string;
}

interface Named {
	readonly name: string;
}

/** A kubeconfig file, as it is written. */
export interface Kubeconfig {
	readonly clusters: readonly (Named & { readonly cluster: ClusterEntry })[];
	readonly contexts: readonly (Named & { readonly context: ContextEntry })[];
	readonly 'current-context': string;
	readonly users: readonly (Named & { readonly user: UserEntry })[];
}

/** The parts of a kubeconfig that have names, each with what an entry of it is called. */
export const sections = { clusters: 'cluster', contexts: 'context', users: 'user' } as const;

export type Section = keyof typeof sections;

export type Entry = ClusterEntry | ContextEntry | UserEntry;

/** Undefined when there is none of that name. */
export function entryOf(config: Kubeconfig, section: Section, name: string): Entry | undefined {
	const found = listOf(config, section).find((one) => one.name === name);
	return found?.[sections[section]] as Entry | undefined;
}

/** Entries of a part, whatever it is. */
export function listOf(
	config: Kubeconfig,
	section: Section
): readonly (Named & Readonly<Record<string, unknown>>)[] {
	return config[section] as readonly Named[] as readonly (Named & Record<string, unknown>)[];
}

/** In order. */
export function namesIn(config: Kubeconfig, section: Section): readonly string[] {
	return config[section].map(({ name }) => name).sort();
}

/** The same with another entry, or without it; entries stay in order of their names, as kubectl writes them. */
export function withEntry(
	config: Kubeconfig,
	section: Section,
	name: string,
	entry: Entry | undefined
): Kubeconfig {
	const others = (config[section] as readonly Named[]).filter((one) => one.name !== name);
	const added = entry === undefined ? [] : [{ name, [sections[section]]: entry }];
	const all = [...others, ...added].sort((a, b) => (a.name < b.name ? -1 : 1));
	return { ...config, [section]: all };
}
