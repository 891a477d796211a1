import type { Volume } from '../pod.ts';
import { withFieldVersion } from './container.ts';

type Source = Readonly<Record<string, unknown>>;

/** rw-r--r-- */
const defaultMode = 0o644;
const tokenSeconds = 60 * 60;

/**
 * A volume with what the API server fills in; one without a source is an emptyDir.
 *
 * Models pkg/apis/core/v1/defaults.go SetDefaults_Volume and those of the sources.
 */
export function defaultVolume(volume: Volume): Volume {
	const sources = Object.entries(volume).filter(([name]) => name !== 'name');
	if (sources.length === 0) return { ...volume, emptyDir: {} };
	return {
		...volume,
		...Object.fromEntries(
			sources.map(([name, source]) => [name, defaultsOf[name]?.(source as Source) ?? source])
		)
	};
}

const defaultsOf: Readonly<Record<string, (source: Source) => Source>> = {
	configMap: withMode,
	secret: withMode,
	downwardAPI: (source) => withItems(withMode(source)),
	hostPath: (source) => ({ type: '', ...source }),
	iscsi: (source) => ({ iscsiInterface: 'default', ...source }),
	rbd: (source) => ({ pool: 'rbd', user: 'admin', keyring: '/etc/ceph/keyring', ...source }),
	projected: (source) => ({
		...withMode(source),
		...(Array.isArray(source['sources']) && { sources: source['sources'].map(defaultProjection) })
	}),
	ephemeral: defaultEphemeral
};

function withMode(source: Source): Source {
	return { defaultMode, ...source };
}

function withItems(source: Source): Source {
	const items = source['items'];
	if (!Array.isArray(items)) return source;
	return {
		...source,
		items: items.map((item: Source) =>
			item['fieldRef'] ? { ...item, fieldRef: withFieldVersion(item['fieldRef']) } : item
		)
	};
}

function defaultProjection(projection: Source): Source {
	const { serviceAccountToken, downwardAPI } = projection;
	return {
		...projection,
		...(serviceAccountToken
			? { serviceAccountToken: { expirationSeconds: tokenSeconds, ...serviceAccountToken } }
			: undefined),
		...(downwardAPI ? { downwardAPI: withItems(downwardAPI as Source) } : undefined)
	};
}

function defaultEphemeral(source: Source): Source {
	const template = source['volumeClaimTemplate'] as Source | undefined;
	if (!template) return source;
	const spec = { volumeMode: 'Filesystem', ...(template['spec'] as Source | undefined) };
	return { ...source, volumeClaimTemplate: { ...template, spec } };
}
