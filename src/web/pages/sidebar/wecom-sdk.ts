// Only what is used of WeCom's package, so that nothing else of it is loaded.
export { getContext, getCurExternalContact, register } from '@wecom/jssdk';
