import { goDump } from '#lib/cluster/controllers/pod-template-hash/go-dump.ts';
import { podTemplateHash } from '#lib/cluster/controllers/pod-template-hash/pod-template-hash.ts';
import { compared } from '../outcome.ts';
import { computed, type TableRunners } from '../table.ts';

export const podTemplateHashTables: TableRunners = {
	'pod-template-hash': computed(
		(template: unknown) => ({
			hash: podTemplateHash(template),
			dump: goDump(template, 'v1.PodTemplateSpec')
		}),
		compared
	)
};
