import { defineMessages } from '../define-messages.ts';

/** Titles, cues and claims of the lessons. */
export const lessons = defineMessages(
	{
		'lesson.chapter.architecture': 'Architecture',
		'lesson.chapter.pods': 'Pods',
		'lesson.anatomy.title': 'What is in a cluster',
		'lesson.create-pod.title': 'From key press to Running',
		'lesson.pod-phases.title': 'Phases and conditions',
		'lesson.image-pull.title': 'When an image won’t come',
		'lesson.termination.title': 'What happens on delete',
		'lesson.anatomy.person': 'You speak to one component only: the API server, through kubectl.',
		'lesson.anatomy.add-ons':
			'Add-ons such as CoreDNS and metrics-server are ordinary Pods, in the namespace kube-system.',
		'lesson.anatomy.etcd': 'etcd keeps every object. Only the API server may read and write it.',
		'lesson.anatomy.scheduler':
			'The scheduler’s only work: to write a node’s name into a Pod that has none.',
		'lesson.anatomy.worker':
			'On a worker the kubelet decides, containerd does the work, CNI gives the Pod its address.',
		'lesson.anatomy.ask': 'To see what runs, you ask the API server again, not the node.',
		'lesson.create-pod.watch':
			'First a watch, in a terminal of its own: it will show every change as the API server tells it.',
		'lesson.create-pod.run': 'One line, one Pod. Follow it from the key press to Running.',
		'lesson.pod-phases.pending':
			'Pending: the Pod is stored, but not all of its containers have been made yet.',
		'lesson.pod-phases.running':
			'Running: the containers are made and at least one of them runs. Ready is another matter.',
		'lesson.pod-phases.succeeded':
			'Succeeded: every container ended with exit code 0, and none will be restarted.',
		'lesson.pod-phases.failed': 'Failed: all have ended, and at least one of them with an error.',
		'lesson.pod-phases.words':
			'Completed and Error are words of kubectl’s STATUS column. The phases are Succeeded and Failed.',
		'lesson.image-pull.failed':
			'The registry has no image of that name. The Pod keeps its node, its sandbox and its IP.',
		'lesson.image-pull.backoff':
			'Between two tries the kubelet waits, longer each time. STATUS calls that ImagePullBackOff.',
		'lesson.image-pull.corrected':
			'The image of a Pod may be changed. It is the same Pod: same name, same uid, same node.',
		'lesson.image-pull.runs': 'The right image came, and the container started without a new Pod.',
		'lesson.termination.before':
			'The Pod runs. Its program will not listen to SIGTERM, and it has 8 s of grace.',
		'lesson.termination.marked':
			'Deleted? No: marked. The object stays until the kubelet says that the containers have ended.',
		'lesson.termination.sigterm':
			'preStop took 3 s of the 8. Now SIGTERM, which this program ignores.',
		'lesson.termination.sigkill': 'The grace period is over. SIGKILL can’t be ignored.',
		'lesson.termination.removed': 'Nothing runs any more, and only now is the key gone from etcd.'
	},
	{
		'lesson.chapter.architecture': '架構',
		'lesson.chapter.pods': 'Pod',
		'lesson.anatomy.title': '叢集裡有什麼',
		'lesson.create-pod.title': '從按下按鍵到 Running',
		'lesson.pod-phases.title': '階段與狀況',
		'lesson.image-pull.title': '映像檔拉不下來時',
		'lesson.termination.title': '刪除時發生什麼事',
		'lesson.anatomy.person': '你只和一個元件說話：透過 kubectl 找 API Server。',
		'lesson.anatomy.add-ons':
			'CoreDNS、metrics-server 這些附加元件就是普通的 Pod，放在命名空間 kube-system。',
		'lesson.anatomy.etcd': 'etcd 保存每個物件。只有 API Server 可以讀寫它。',
		'lesson.anatomy.scheduler': '排程器只做一件事：替沒有節點的 Pod 寫上節點的名字。',
		'lesson.anatomy.worker': '在工作節點上，kubelet 做決定，containerd 動手，CNI 給 Pod 位址。',
		'lesson.anatomy.ask': '想知道什麼在執行，還是問 API Server，而不是問節點。',
		'lesson.create-pod.watch': '先在另一個終端機開始監看：API Server 說的每個變化都會顯示。',
		'lesson.create-pod.run': '一行指令，一個 Pod。從按下按鍵一路跟到 Running。',
		'lesson.pod-phases.pending': 'Pending：Pod 已寫入，但它的容器還沒有全部建好。',
		'lesson.pod-phases.running': 'Running：容器都建好了，而且至少有一個在執行。Ready 是另一回事。',
		'lesson.pod-phases.succeeded': 'Succeeded：每個容器都以結束碼 0 結束，而且不會再重啟。',
		'lesson.pod-phases.failed': 'Failed：全部結束了，至少有一個以錯誤收場。',
		'lesson.pod-phases.words':
			'Completed 和 Error 是 kubectl STATUS 欄的用詞。階段是 Succeeded 和 Failed。',
		'lesson.image-pull.failed': '映像檔倉庫沒有這個名字。Pod 仍保有節點、沙箱和 IP。',
		'lesson.image-pull.backoff':
			'兩次嘗試之間 kubelet 會等待，一次比一次久。STATUS 稱之為 ImagePullBackOff。',
		'lesson.image-pull.corrected': 'Pod 的映像檔可以更改。還是同一個 Pod：同名、同 uid、同節點。',
		'lesson.image-pull.runs': '正確的映像檔到了，容器啟動，不需要新的 Pod。',
		'lesson.termination.before': 'Pod 在執行。它的程式不理會 SIGTERM，寬限期是 8 秒。',
		'lesson.termination.marked':
			'刪除了嗎？沒有，只是標記。要等 kubelet 說容器已結束，物件才會消失。',
		'lesson.termination.sigterm':
			'8 秒裡 preStop 用去 3 秒。現在才送出 SIGTERM，而這個程式不理會。',
		'lesson.termination.sigkill': '寬限期結束。SIGKILL 無法忽視。',
		'lesson.termination.removed': '已經沒有東西在執行，這時鍵才從 etcd 消失。'
	},
	{
		'lesson.chapter.architecture': '架构',
		'lesson.chapter.pods': 'Pod',
		'lesson.anatomy.title': '集群里有什么',
		'lesson.create-pod.title': '从按下按键到 Running',
		'lesson.pod-phases.title': '阶段与状况',
		'lesson.image-pull.title': '镜像拉不下来时',
		'lesson.termination.title': '删除时发生什么',
		'lesson.anatomy.person': '你只和一个组件打交道：通过 kubectl 找 API Server。',
		'lesson.anatomy.add-ons':
			'CoreDNS、metrics-server 这些附加组件就是普通的 Pod，放在名字空间 kube-system。',
		'lesson.anatomy.etcd': 'etcd 保存每个对象。只有 API Server 可以读写它。',
		'lesson.anatomy.scheduler': '调度器只做一件事：给没有节点的 Pod 写上节点的名字。',
		'lesson.anatomy.worker': '在工作节点上，kubelet 做决定，containerd 动手，CNI 给 Pod 地址。',
		'lesson.anatomy.ask': '想知道什么在运行，还是问 API Server，而不是问节点。',
		'lesson.create-pod.watch': '先在另一个终端开始监视：API Server 说的每个变化都会显示。',
		'lesson.create-pod.run': '一行命令，一个 Pod。从按下按键一路跟到 Running。',
		'lesson.pod-phases.pending': 'Pending：Pod 已写入，但它的容器还没有全部建好。',
		'lesson.pod-phases.running': 'Running：容器都建好了，而且至少有一个在运行。Ready 是另一回事。',
		'lesson.pod-phases.succeeded': 'Succeeded：每个容器都以退出码 0 结束，而且不会再重启。',
		'lesson.pod-phases.failed': 'Failed：全部结束了，至少有一个以错误收场。',
		'lesson.pod-phases.words':
			'Completed 和 Error 是 kubectl STATUS 列的用词。阶段是 Succeeded 和 Failed。',
		'lesson.image-pull.failed': '镜像仓库没有这个名字。Pod 仍保有节点、沙箱和 IP。',
		'lesson.image-pull.backoff':
			'两次尝试之间 kubelet 会等待，一次比一次久。STATUS 称之为 ImagePullBackOff。',
		'lesson.image-pull.corrected': 'Pod 的镜像可以更改。还是同一个 Pod：同名、同 uid、同节点。',
		'lesson.image-pull.runs': '正确的镜像到了，容器启动，不需要新的 Pod。',
		'lesson.termination.before': 'Pod 在运行。它的程序不理会 SIGTERM，宽限期是 8 秒。',
		'lesson.termination.marked':
			'删除了吗？没有，只是标记。要等 kubelet 说容器已结束，对象才会消失。',
		'lesson.termination.sigterm':
			'8 秒里 preStop 用去 3 秒。现在才发出 SIGTERM，而这个程序不理会。',
		'lesson.termination.sigkill': '宽限期结束。SIGKILL 无法忽视。',
		'lesson.termination.removed': '已经没有东西在运行，这时键才从 etcd 消失。'
	}
);
