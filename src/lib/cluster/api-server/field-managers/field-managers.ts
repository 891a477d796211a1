import type { KubeObject } from '#lib/kubernetes/object.ts';
import { isSameSet } from '#lib/kubernetes/managed-fields/field-set.ts';
import { entriesOf } from '#lib/kubernetes/managed-fields/managed-fields-entry.ts';
import { type Managers, noManagers } from '#lib/kubernetes/managed-fields/manager.ts';

/** A write as far as it matters for who manages what. */
export interface Write {
	/**
	 * Who manages what after it.
	 *
	 * @param before what was there; null for a new object
	 */
	managersAfter(managers: Managers, before: KubeObject | null): Managers;
	/** Whether it asks for nothing but what there is, so that nobody's share can change. */
	isNothing?(before: KubeObject): boolean;
}

/** A write whose managers nobody has asked for yet. */
interface Pending {
	readonly write: Write;
	readonly before: KubeObject | null;
	/** How many writes are to be worked out before it. */
	readonly behind: number;
}

/** Who manages what is known. */
interface Settled {
	readonly managers: Managers;
}

/** So many writes are remembered at most before they are worked out: the versions that they changed are kept that long. */
const longestWait = 1000;

/**
 * Who manages which fields of the objects of a server. A write only leaves a note of who wrote which version over which; the
 * managers are worked out when somebody asks (a client that wants `managedFields`, an apply), and remembered.
 */
export class FieldManagers {
	private readonly notes = new WeakMap<KubeObject, Pending | Settled>();
	private readonly shownAs = new WeakMap<KubeObject, KubeObject>();

	/**
	 * Takes a note of a version.
	 *
	 * @param write undefined: whoever managed it before does so still
	 */
	note(object: KubeObject, before: KubeObject | null, write: Write | undefined): void {
		const old = before === null ? undefined : this.notes.get(before);
		if (write === undefined) {
			if (old !== undefined) this.notes.set(object, old);
			return;
		}
		const behind = old !== undefined && 'write' in old ? old.behind + 1 : 0;
		this.notes.set(object, { write, before, behind });
		if (behind >= longestWait) this.managersOf(object);
	}

	/** Everyone who manages fields of an object that is kept. */
	managersOf(object: KubeObject): Managers {
		const open: Pending[] = [];
		let managers = noManagers;
		for (let at: KubeObject | null = object; at !== null;) {
			const note: Pending | Settled | undefined = this.notes.get(at);
			if (note === undefined) break;
			if ('managers' in note) {
				managers = note.managers;
				break;
			}
			open.push(note);
			at = note.before;
		}
		if (open.length === 0) return managers;
		for (const { write, before } of open.reverse())
			managers = write.managersAfter(managers, before);
		this.notes.set(object, { managers });
		return managers;
	}

	/**
	 * Whether a write of an object that stays as it is changes who manages it: then it is stored all the same. That somebody did
	 * once more what they had done already is no change. Models
	 * apiserver/pkg/endpoints/handlers/fieldmanager/equality.go IgnoreManagedFieldsTimestampsTransformer.
	 */
	isChangedBy(write: Write, before: KubeObject): boolean {
		if (write.isNothing?.(before) === true) return false;
		const managers = this.managersOf(before);
		return !areSame(write.managersAfter(managers, before), managers);
	}

	/** The object as its clients see it, with `managedFields`; the same when asked again. */
	shown<T extends KubeObject>(object: T): T {
		const known = this.shownAs.get(object);
		if (known !== undefined) return known as T;
		if (!this.notes.has(object)) return object;
		const managedFields = entriesOf(this.managersOf(object));
		const shown =
			managedFields.length === 0
				? object
				: { ...object, metadata: { ...object.metadata, managedFields } };
		this.shownAs.set(object, shown);
		return shown;
	}
}

/** The same managers of the same fields, whenever it was. */
function areSame(a: Managers, b: Managers): boolean {
	if (a === b) return true;
	if (a.size !== b.size) return false;
	for (const [id, { apiVersion, fields }] of a) {
		const other = b.get(id);
		if (other === undefined || other.apiVersion !== apiVersion) return false;
		if (!isSameSet(fields, other.fields)) return false;
	}
	return true;
}
