export { loadKnowledge } from '@handrail/knowledge';
