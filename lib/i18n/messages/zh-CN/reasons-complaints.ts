/** Why something of a complaint was refused (lib/domain/complaints). */
export const complaint = {
  onlyMarkup: '这里只有网页代码，没有文字。请用文字写明情况；尖括号可以用，会原样显示。',
  subjectUnknown: '没有“{found}”这类事项。请从列表中选择。',
  inFuture: '收到日期是 {found}，晚于今天 {expected}。请填写实际收到的日期。',
  aboutUnknown: '没有找到所选的小区、项目或公示，或者不在您的辖区。请重新选择。',
  unitUnknown: '没有找到所选的镇、街道或社区，或者不在本县市。请从列表中选择。',
  unitNotAsked: '交给本局、项目实施单位或监理时不选镇、街道和社区。请去掉。',
  noProject: '这件投诉没有对应的改造项目，不能交给项目上的人员。请交给镇、街道、社区或本局。',
  nobodyNamed: {
    entity: '这个项目没有指定项目实施单位的人员。请先在项目“概况”中指定，或者交给别的单位。',
    supervisor: '这个项目没有指定监理、监督人员。请先在项目“概况”中指定，或者交给别的单位。',
  },
  notAssigned: '这件投诉没有交给您的单位办理。请由承办单位拟写答复。',
  notNow: {
    received: '这件投诉还没有答复，现在不能这样办理。请先答复。',
    assigned: '这件投诉还没有答复，现在不能这样办理。请先答复。',
    answered: '这件投诉已经答复。投诉人要求再办的，请登记“要求再办”。',
    closed: '这件投诉已经办结，不再改动。有新情况请另行登记。',
    notAccepted: '这件投诉已决定不予受理，不再改动。有新情况请另行登记。',
    transferred: '这件投诉已经转出，不再改动。有新情况请另行登记。',
    merged: '这件投诉已并入另一件，请到那一件办理。',
  },
  matterUnknown: '没有找到要并入的那一件，或者不在本县市。请从列表中选择。',
  itself: '不能并入自己。请选择另一件。',
  matterNotNow: {
    closed: '要并入的那一件已经办结。请单独办理这一件。',
    notAccepted: '要并入的那一件不予受理。请单独办理这一件。',
    transferred: '要并入的那一件已经转出。请单独办理这一件。',
    merged: '要并入的那一件自己已经并入别的件。请选择它并入的那一件。',
  },
  notMerged: '这件投诉没有并入别的件，不需要分开。',
  leadNotNow: {
    answered: '这个事项已经答复，不能再分开。有新情况请另行登记。',
    closed: '这个事项已经办结，不能再分开。有新情况请另行登记。',
    notAccepted: '这个事项已决定不予受理，不能再分开。有新情况请另行登记。',
    transferred: '这个事项已经转出，不能再分开。有新情况请另行登记。',
    merged: '这个事项已经变动。请刷新页面。',
  },
  reopenedBefore: '{found} 已经要求再办过一次，每个事项只能再办一次。',
  reopenOver: '要求再办的期限是 {expected}，已经过了。有新情况请另行登记。',
  mayStillReopen: '投诉人在 {expected} 前还可以要求再办。投诉人表示满意的，请选“投诉人表示满意”；否则到期后再办结。',
} as const;

/** Why something of a satisfaction survey was refused (lib/domain/satisfaction). */
export const satisfaction = {
  notOfProject: '所选小区不在这个项目中。请从本项目的小区中选择。',
  tooEarly: '项目在第 {found} 阶段，满意度从第 {expected} 阶段起调查。请等改造实施后再开始。',
  heldAlready: {
    open: '这个小区正在调查，不能再开一次。请刷新页面。',
    closed: '这个小区已经调查过，结果不再改动。',
  },
  fewHouseholds: '户册中有 {found} 户，少于 {expected} 户，公布合计会看出各户的答复，不能调查。请先核对户册。',
  answerUnknown: '没有“{found}”这种答复。请从列出的答复中选择。',
  wordsNotAsked: '只有不满意的才写原因。请去掉原因，或者改选答复。',
  notOpen: {
    open: '调查还没有结束。请刷新页面。',
    closed: '调查已经结束，不再改动。',
    cancelled: '调查已经作废，不再改动。',
  },
  fewAnswers: '有 {found} 户答复，满 {expected} 户才能结束并公布合计，还差 {missing} 户。',
  over: '调查已经结束或作废，不再登记。',
  answeredAlready: '这一户已经答复过，每户只登记一次。户与答复分开保存，不能更正。',
  notInRoll: '这一户不在冻结的名册中。请从列表中选择。',
} as const;
