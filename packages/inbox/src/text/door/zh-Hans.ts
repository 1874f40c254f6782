import type { DoorTexts } from './en.js';

/** Words of the door. */
export const door: DoorTexts = {
  welcome: '登录收件箱',
  welcomeHint: '粘贴登录链接或其中的代码。它只能用一次，之后浏览器会记住你。',
  code: '登录链接或代码',
  enter: '登录',
  entering: '正在登录',
  whereCode: '登录链接由管理员在服务器上生成。',
  codeShape: '这不是登录链接或代码。代码以“hs_”开头。',
  codeEmpty: '请先粘贴链接或代码。',
  codeUnknown: '此代码已用过、已过期，或属于其他服务器。每个链接只能用一次，请索取新链接。',
  codeExpired: '此代码已过期，请索取新链接。',
  tooMany: '尝试次数过多，请一分钟后再试。',
  signedOut: '你已退出：服务器不再认可此会话。请使用新链接。',
  removed: '你的访问权限已被移除，请联系管理员。',
  oldVersion: '收件箱版本低于服务器，请刷新页面。',
  serverRefused: '服务器拒绝：{reason}',
  noServer: '服务器没有响应，正在重试。',
};
