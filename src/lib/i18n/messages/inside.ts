import { defineMessages } from '../define-messages.ts';

/** Words on the sheet of an enlarged part; they come with the picture, not with the page. */
export const inside = defineMessages(
	{
		'inside.waiting': 'Pods without a node:',
		'inside.unlooked': 'nobody has looked: no condition, no Event',
		'inside.looked': 'PodScheduled is False: {reason}, and an Event says why',
		'inside.no-decision': 'No decision yet',
		'inside.asks': 'asks for {cpu} CPU, {memory}',
		'inside.free': '{cpu} CPU, {memory} free',
		'inside.cycle': 'Pod {pod} · cycle {number} of {of}',
		'inside.filter': 'Filter',
		'inside.score': 'Score',
		'inside.total': 'total',
		'inside.only-one': 'The only node that passes: nothing to score.',
		'inside.wins': '{node} wins: {sum} = {total}',
		'inside.tie': '{count} nodes share that total: chance decided.',
		'inside.more-nodes': 'and {count} more nodes'
	},
	{
		'inside.waiting': '還沒有節點的 Pod：',
		'inside.unlooked': '還沒有人看過：沒有狀況，也沒有 Event',
		'inside.looked': 'PodScheduled 為 False：{reason}，原因寫在 Event 裡',
		'inside.no-decision': '還沒有決定',
		'inside.asks': '要 {cpu} CPU、{memory}',
		'inside.free': '剩 {cpu} CPU、{memory}',
		'inside.cycle': 'Pod {pod} · 第 {number} 次排程，共 {of} 次',
		'inside.filter': '過濾',
		'inside.score': '評分',
		'inside.total': '總分',
		'inside.only-one': '只剩這個節點通過，不必評分。',
		'inside.wins': '{node} 勝出：{sum} = {total}',
		'inside.tie': '{count} 個節點同分，隨機選中。',
		'inside.more-nodes': '另有 {count} 個節點'
	},
	{
		'inside.waiting': '还没有节点的 Pod：',
		'inside.unlooked': '还没有谁看过：没有状况，也没有 Event',
		'inside.looked': 'PodScheduled 为 False：{reason}，原因写在 Event 里',
		'inside.no-decision': '还没有决定',
		'inside.asks': '要 {cpu} CPU、{memory}',
		'inside.free': '剩 {cpu} CPU、{memory}',
		'inside.cycle': 'Pod {pod} · 第 {number} 次调度，共 {of} 次',
		'inside.filter': '过滤',
		'inside.score': '打分',
		'inside.total': '总分',
		'inside.only-one': '只有这个节点通过，不用打分。',
		'inside.wins': '{node} 胜出：{sum} = {total}',
		'inside.tie': '{count} 个节点同分，随机选中。',
		'inside.more-nodes': '另有 {count} 个节点'
	}
);
