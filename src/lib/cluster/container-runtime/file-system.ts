/** Something that is mounted into a container: its files by their path below the mount. */
export interface Mount {
	readonly path: string;
	readonly readOnly: boolean;
	/** What is there now. */
	files(): ReadonlyMap<string, string>;
	/** Undefined for what can't be written to. */
	readonly own?: Map<string, string>;
}

/** The files of one container. A name that ends in `/` is an empty directory. */
export class FileSystem {
	private readonly files = new Map<string, string>();
	private readonly mounts: readonly Mount[];

	constructor(mounts: readonly Mount[] = []) {
		this.mounts = mounts.toSorted((a, b) => b.path.length - a.path.length);
	}

	read(path: string): string | undefined {
		const { files, rest } = this.locate(path);
		return files.get(rest);
	}

	/** False: the file system there is read-only. */
	write(path: string, text: string): boolean {
		const { own, rest } = this.locate(path);
		own?.set(rest, text);
		return own !== undefined;
	}

	/** False: there is no such file. */
	remove(path: string): boolean {
		const { own, rest } = this.locate(path);
		if (own === undefined) return false;
		const below = [...own.keys()].filter((name) => name.startsWith(`${rest}/`));
		for (const name of below) own.delete(name);
		return own.delete(rest) || below.length > 0;
	}

	makeDirectory(path: string): void {
		this.write(`${path}/`, '');
	}

	isDirectory(path: string): boolean {
		return this.list(path) !== undefined;
	}

	/** The names in a directory; undefined when it is none. */
	list(path: string): readonly string[] | undefined {
		const { files, rest } = this.locate(path);
		const head = rest === '/' ? '/' : `${rest}/`;
		const names = [...files.keys()]
			.filter((name) => name.startsWith(head))
			.map((name) => name.slice(head.length).split('/')[0]!);
		const mounted = this.mounts
			.filter((mount) => mount.path.startsWith(path === '/' ? '/' : `${path}/`))
			.map((mount) => mount.path.slice(path === '/' ? 1 : path.length + 1).split('/')[0]!);
		const isMount = this.mounts.some((mount) => mount.path === path);
		if (names.length + mounted.length === 0 && !isMount) return undefined;
		return [...new Set([...names, ...mounted])].filter((name) => name !== '').sort();
	}

	/** How much is written in it, characters. */
	get size(): number {
		let size = 0;
		for (const text of this.files.values()) size += text.length;
		return size;
	}

	private locate(path: string): {
		files: ReadonlyMap<string, string>;
		own: Map<string, string> | undefined;
		rest: string;
	} {
		const mount = this.mounts.find(
			(each) => path === each.path || path.startsWith(`${each.path}/`)
		);
		if (mount === undefined) return { files: this.files, own: this.files, rest: path };
		const rest = path.slice(mount.path.length) || '/';
		const own = mount.readOnly ? undefined : mount.own;
		return { files: mount.files(), own, rest };
	}
}
