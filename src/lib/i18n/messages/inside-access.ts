import { defineMessages } from '../define-messages.ts';

/** Words of who may do what, and why; they come with the picture, not with the page. */
export const insideAccess = defineMessages(
	{
		'access.none': 'Nobody has asked for anything yet',
		'access.subject': 'subject',
		'access.binding': 'binding',
		'access.role': 'role',
		'access.rule': 'rule',
		'access.in': 'in {namespace}',
		'access.everywhere': 'in the whole cluster',
		'access.no-binding': 'no binding names it',
		'access.no-rules': 'no rules',
		'access.miss.verb': 'not this verb',
		'access.miss.resource': 'not this resource',
		'access.miss.name': 'not this name',
		'access.yes': 'yes',
		'access.no': 'no',
		'access.masters': 'group system:masters: nothing is asked, everything is allowed'
	},
	{
		'access.none': '還沒有人要做什麼',
		'access.subject': '主體',
		'access.binding': '綁定',
		'access.role': '角色',
		'access.rule': '規則',
		'access.in': '（{namespace}）',
		'access.everywhere': '（整個叢集）',
		'access.no-binding': '沒有綁定提到它',
		'access.no-rules': '沒有規則',
		'access.miss.verb': '沒有這個動詞',
		'access.miss.resource': '沒有這種資源',
		'access.miss.name': '沒有這個名字',
		'access.yes': 'yes',
		'access.no': 'no',
		'access.masters': '群組 system:masters：什麼也不問，全部允許'
	},
	{
		'access.none': '还没有人要做什么',
		'access.subject': '主体',
		'access.binding': '绑定',
		'access.role': '角色',
		'access.rule': '规则',
		'access.in': '（{namespace}）',
		'access.everywhere': '（整个集群）',
		'access.no-binding': '没有绑定提到它',
		'access.no-rules': '没有规则',
		'access.miss.verb': '没有这个动词',
		'access.miss.resource': '没有这种资源',
		'access.miss.name': '没有这个名字',
		'access.yes': 'yes',
		'access.no': 'no',
		'access.masters': '组 system:masters：什么也不问，全部允许'
	}
);
