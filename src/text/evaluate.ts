/** What `evaluate` gives. */
export interface Evaluated {
  accuracy?: number;
  macroF1?: number;
  ece?: number;
  auroc?: number;
  oosRecall?: number;
  inScope: number;
  trainSeconds: number;
  perCpuSecond: number;
  classes: number;
  train: number;
  test: number;
  oos?: number;
}

const percent = (share: number | undefined): string => `${((share ?? 0) * 100).toFixed(2)} %`;
const plain = (share: number | undefined): string => (share ?? 0).toFixed(3);

/** What `evaluate` says beside its numbers. */
export const evaluateText = {
  training: {
    zh: (messages: number, labels: number): string => `用 ${messages} 条消息、${labels} 种标签训练……`,
    en: (messages: number, labels: number): string => `Training on ${messages} messages with ${labels} labels …`,
  },
  more: { zh: (count: number): string => `……还有 ${count} 处`, en: (count: number): string => `… and ${count} more` },
  result: {
    zh: (one: Evaluated): string =>
      [
        `准确率 ${percent(one.accuracy)}，宏平均 F1 ${percent(one.macroF1)}（测试 ${one.test} 条，${one.classes} 种标签，训练 ${one.train} 条）`,
        `置信度的校准误差 ${plain(one.ece)}；${percent(one.inScope)} 的测试消息被认作在范围内`,
        ...(one.oos === undefined
          ? []
          : [`范围外 ${one.oos} 条：认出 ${percent(one.oosRecall)}，区分度 AUROC ${plain(one.auroc)}`]),
        `训练 ${one.trainSeconds} 秒；每 CPU 秒分类 ${one.perCpuSecond} 条`,
        '',
      ].join('\n'),
    en: (one: Evaluated): string =>
      [
        `accuracy ${percent(one.accuracy)}, macro-F1 ${percent(one.macroF1)} (${one.test} messages of ${one.classes} labels, trained on ${one.train})`,
        `calibration error ${plain(one.ece)}; ${percent(one.inScope)} of the test messages were taken to be in scope`,
        ...(one.oos === undefined
          ? []
          : [`out of scope, ${one.oos} messages: ${percent(one.oosRecall)} noticed, AUROC ${plain(one.auroc)}`]),
        `trained in ${one.trainSeconds} s; ${one.perCpuSecond} messages classified a CPU second`,
        '',
      ].join('\n'),
  },
};
