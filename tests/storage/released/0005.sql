BEGIN TRANSACTION;
CREATE TABLE adjournment (
	id TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	meeting_id TEXT NOT NULL, 
	began TEXT NOT NULL, 
	ended TEXT, 
	section_id TEXT, 
	anchor TEXT NOT NULL, 
	purpose TEXT NOT NULL, 
	CONSTRAINT pk_adjournment PRIMARY KEY (id), 
	CONSTRAINT fk_adjournment_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id), 
	CONSTRAINT fk_adjournment_section_id FOREIGN KEY(section_id) REFERENCES section (id)
);
CREATE TABLE agenda_item (
	id TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	meeting_id TEXT NOT NULL, 
	number INTEGER NOT NULL, 
	kind TEXT NOT NULL, 
	title TEXT COLLATE swedish NOT NULL, 
	purpose TEXT, 
	matter_id TEXT, 
	presenters TEXT NOT NULL, authority INTEGER DEFAULT '0' NOT NULL, staff_excluded INTEGER DEFAULT '0' NOT NULL, secret INTEGER DEFAULT '0' NOT NULL, secrecy_ground TEXT DEFAULT '' NOT NULL, neutral_heading TEXT DEFAULT '' NOT NULL, carried_from TEXT CONSTRAINT fk_agenda_item_carried_from REFERENCES agenda_item (id), 
	CONSTRAINT pk_agenda_item PRIMARY KEY (id), 
	CONSTRAINT fk_agenda_item_matter_id FOREIGN KEY(matter_id) REFERENCES matter (id), 
	CONSTRAINT fk_agenda_item_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id)
);
INSERT INTO "agenda_item" VALUES('f9af76b5-8476-47e6-848c-54c066c491dd',0,'c7758316-8fad-4937-ba8f-21d0267c6535',1,'decision','Bidrag till hamnen',NULL,'02558340-5d58-4b37-8ad8-cca10c90b474','[]',0,0,0,'','',NULL);
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0005');
CREATE TABLE approver (
	id TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	meeting_id TEXT NOT NULL, 
	position INTEGER NOT NULL, 
	person_id TEXT NOT NULL, 
	substitute_id TEXT, 
	CONSTRAINT pk_approver PRIMARY KEY (id), 
	CONSTRAINT fk_approver_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id), 
	CONSTRAINT fk_approver_person_id FOREIGN KEY(person_id) REFERENCES person (id), 
	CONSTRAINT fk_approver_substitute_id FOREIGN KEY(substitute_id) REFERENCES person (id)
);
CREATE TABLE archived_minutes (
	id TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	body_name TEXT COLLATE swedish NOT NULL, 
	file_id TEXT NOT NULL, 
	name TEXT NOT NULL, 
	day TEXT, 
	body_id TEXT, 
	CONSTRAINT pk_archived_minutes PRIMARY KEY (id), 
	CONSTRAINT fk_archived_minutes_body_id FOREIGN KEY(body_id) REFERENCES body (id), 
	CONSTRAINT fk_archived_minutes_file_id FOREIGN KEY(file_id) REFERENCES stored_file (id)
);
CREATE TABLE archived_section (
	id TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	minutes_id TEXT NOT NULL, 
	number INTEGER NOT NULL, 
	title TEXT COLLATE swedish NOT NULL, 
	diary_number TEXT COLLATE swedish NOT NULL, 
	decision TEXT NOT NULL, 
	text TEXT NOT NULL, 
	secret INTEGER DEFAULT '0' NOT NULL, 
	CONSTRAINT pk_archived_section PRIMARY KEY (id), 
	CONSTRAINT fk_archived_section_minutes_id FOREIGN KEY(minutes_id) REFERENCES archived_minutes (id)
);
CREATE TABLE assignment (
	id TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	section_id TEXT NOT NULL, 
	position INTEGER NOT NULL, 
	"to" TEXT NOT NULL, 
	what TEXT NOT NULL, 
	due TEXT, 
	done TEXT, 
	CONSTRAINT pk_assignment PRIMARY KEY (id), 
	CONSTRAINT fk_assignment_section_id FOREIGN KEY(section_id) REFERENCES section (id)
);
CREATE TABLE ballot (
	id TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	section_id TEXT NOT NULL, 
	vote_id TEXT NOT NULL, 
	person_id TEXT NOT NULL, 
	choice TEXT NOT NULL, 
	position INTEGER NOT NULL, 
	CONSTRAINT pk_ballot PRIMARY KEY (id), 
	CONSTRAINT fk_ballot_section_id FOREIGN KEY(section_id) REFERENCES section (id), 
	CONSTRAINT fk_ballot_person_id FOREIGN KEY(person_id) REFERENCES person (id), 
	CONSTRAINT fk_ballot_vote_id FOREIGN KEY(vote_id) REFERENCES vote (id)
);
CREATE TABLE binder (
	id TEXT NOT NULL, 
	name TEXT COLLATE swedish NOT NULL, 
	created_at TEXT NOT NULL, 
	copy_id TEXT NOT NULL, 
	CONSTRAINT pk_binder PRIMARY KEY (id), 
	CONSTRAINT fk_binder_copy_id FOREIGN KEY(copy_id) REFERENCES binder_copy (id)
);
INSERT INTO "binder" VALUES('ffff8ff9-44f6-4272-9522-46fc493337b7','Skärnämnden','2026-09-01T08:00:02.000000+00:00','92fe5eb0-76e3-48c8-9d5b-40ef28df4be0');
CREATE TABLE binder_copy (
	id TEXT NOT NULL, 
	label TEXT NOT NULL, 
	created_at TEXT NOT NULL, 
	CONSTRAINT pk_binder_copy PRIMARY KEY (id)
);
INSERT INTO "binder_copy" VALUES('92fe5eb0-76e3-48c8-9d5b-40ef28df4be0','Original','2026-09-01T08:00:02.000000+00:00');
CREATE TABLE body (
	id TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	kind TEXT NOT NULL, 
	parent_id TEXT, 
	CONSTRAINT pk_body PRIMARY KEY (id), 
	CONSTRAINT ck_body_not_its_own_parent CHECK (parent_id <> id), 
	CONSTRAINT fk_body_parent_id FOREIGN KEY(parent_id) REFERENCES body (id)
);
INSERT INTO "body" VALUES('2f1f0f6e-d739-42a3-9067-e4bebd13b21f',0,'committee',NULL);
CREATE TABLE body_term (
	id TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	body_id TEXT NOT NULL, 
	valid_from TEXT NOT NULL, 
	name TEXT COLLATE swedish NOT NULL, 
	seats INTEGER NOT NULL, 
	short_name TEXT COLLATE swedish NOT NULL, 
	customs TEXT NOT NULL, 
	CONSTRAINT pk_body_term PRIMARY KEY (id), 
	CONSTRAINT ck_body_term_seats CHECK (seats >= 0), 
	CONSTRAINT fk_body_term_body_id FOREIGN KEY(body_id) REFERENCES body (id)
);
INSERT INTO "body_term" VALUES('d647e65f-039a-46ff-aabf-a3fe466c1e55',0,'2f1f0f6e-d739-42a3-9067-e4bebd13b21f','2026-01-01','Skärnämnden',3,'nämnden','{"approval_days":14,"approvers":1,"court":[],"digital_signing":false,"first_section":1,"first_section_year":null,"formal_sections":true,"keeps_balance":false,"letterhead":{"address":[],"colour":"","logo":null,"organisation":"","website":""},"notice_days":7,"notices":[],"observers_may_speak":false,"opening_section":false,"personal_substitutes":false,"proposal_always_put":true,"proposal_name":"förslaget","recipient_groups":[],"remote_allowed":false,"section_order":"proposal_first","service_order":[],"standard_items":[],"storage_place":"","substitutes_may_speak":false,"time_separator":".","vote_style":"table","withdrawn_sections":true}');
CREATE TABLE column_mapping (
	id TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	body_id TEXT NOT NULL, 
	sender TEXT COLLATE swedish NOT NULL, 
	headings TEXT NOT NULL, 
	fields TEXT NOT NULL, 
	CONSTRAINT pk_column_mapping PRIMARY KEY (id), 
	CONSTRAINT fk_column_mapping_body_id FOREIGN KEY(body_id) REFERENCES body (id)
);
CREATE TABLE conversion (
	id TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	sha256 TEXT NOT NULL, 
	state TEXT NOT NULL, 
	converter TEXT NOT NULL, 
	converter_version TEXT NOT NULL, 
	pages INTEGER NOT NULL, 
	pdf_sha TEXT, 
	message TEXT NOT NULL, inaccessible TEXT, 
	CONSTRAINT pk_conversion PRIMARY KEY (id), 
	CONSTRAINT ck_conversion_sha256_is_sha256 CHECK (length(sha256) = 64), 
	CONSTRAINT ck_conversion_pages CHECK (pages >= 0)
);
CREATE TABLE correction (
	id TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	meeting_id TEXT NOT NULL, 
	section_id TEXT, 
	day TEXT NOT NULL, 
	wrong TEXT NOT NULL, 
	"right" TEXT NOT NULL, 
	person TEXT NOT NULL, 
	CONSTRAINT pk_correction PRIMARY KEY (id), 
	CONSTRAINT fk_correction_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id), 
	CONSTRAINT fk_correction_section_id FOREIGN KEY(section_id) REFERENCES section (id)
);
CREATE TABLE decision_document (
	id TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	decision_id TEXT NOT NULL, 
	file_id TEXT NOT NULL, 
	position INTEGER NOT NULL, 
	title TEXT NOT NULL, 
	original_name TEXT NOT NULL, 
	added_by TEXT NOT NULL, 
	added_at TEXT NOT NULL, 
	CONSTRAINT pk_decision_document PRIMARY KEY (id), 
	CONSTRAINT fk_decision_document_decision_id FOREIGN KEY(decision_id) REFERENCES delegated_decision (id), 
	CONSTRAINT fk_decision_document_file_id FOREIGN KEY(file_id) REFERENCES stored_file (id)
);
CREATE TABLE decision_letter (
	id TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	decision_id TEXT NOT NULL, 
	day TEXT, 
	unit TEXT NOT NULL, 
	officer TEXT NOT NULL, 
	recipient TEXT NOT NULL, 
	heading TEXT NOT NULL, 
	applied_for TEXT NOT NULL, 
	decision TEXT NOT NULL, 
	share_percent INTEGER, 
	max_amount INTEGER, 
	period_from TEXT, 
	period_to TEXT, 
	conditions TEXT NOT NULL, 
	summary TEXT NOT NULL, 
	reasons TEXT NOT NULL, 
	description TEXT NOT NULL, 
	costs TEXT NOT NULL, 
	financing TEXT NOT NULL, 
	signers TEXT NOT NULL, financed_by TEXT DEFAULT '' NOT NULL, 
	CONSTRAINT pk_decision_letter PRIMARY KEY (id), 
	CONSTRAINT fk_decision_letter_decision_id FOREIGN KEY(decision_id) REFERENCES delegated_decision (id), 
	CONSTRAINT uq_decision_letter_decision_id UNIQUE (decision_id)
);
CREATE TABLE delegate (
	id TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	point_id TEXT NOT NULL, 
	position INTEGER NOT NULL, 
	kind TEXT NOT NULL, 
	title TEXT COLLATE swedish NOT NULL, 
	valid_from TEXT NOT NULL, 
	name TEXT COLLATE swedish NOT NULL, 
	valid_to TEXT, 
	max_amount INTEGER, 
	given_by TEXT, 
	CONSTRAINT pk_delegate PRIMARY KEY (id), 
	CONSTRAINT ck_delegate_not_its_own CHECK (given_by <> id), 
	CONSTRAINT fk_delegate_point_id FOREIGN KEY(point_id) REFERENCES delegation_point (id), 
	CONSTRAINT fk_delegate_given_by FOREIGN KEY(given_by) REFERENCES delegate (id)
);
CREATE TABLE delegated_decision (
	id TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	body_id TEXT NOT NULL, 
	position INTEGER NOT NULL, 
	diary_number TEXT COLLATE swedish NOT NULL, 
	kind TEXT COLLATE swedish NOT NULL, 
	recipient TEXT COLLATE swedish NOT NULL, 
	personal INTEGER DEFAULT '0' NOT NULL, 
	branch TEXT COLLATE swedish NOT NULL, 
	gender TEXT NOT NULL, 
	municipality TEXT COLLATE swedish NOT NULL, 
	amount INTEGER, 
	decided_by TEXT COLLATE swedish NOT NULL, 
	decided_by_title TEXT NOT NULL, 
	decided_on TEXT, 
	point TEXT NOT NULL, 
	item_id TEXT, serial TEXT DEFAULT '' NOT NULL, urgent INTEGER DEFAULT '0' NOT NULL, appeal TEXT DEFAULT 'legality' NOT NULL, recorded_on TEXT, announced_on TEXT, note TEXT DEFAULT '' NOT NULL, extra TEXT DEFAULT '[]' NOT NULL, import_id TEXT CONSTRAINT fk_delegated_decision_import_id REFERENCES delegation_import (id), source_row INTEGER, 
	CONSTRAINT pk_delegated_decision PRIMARY KEY (id), 
	CONSTRAINT fk_delegated_decision_body_id FOREIGN KEY(body_id) REFERENCES body (id), 
	CONSTRAINT fk_delegated_decision_item_id FOREIGN KEY(item_id) REFERENCES agenda_item (id)
);
INSERT INTO "delegated_decision" VALUES('8794d937-1e2d-4e45-bd9c-5f9cc6af05c5',0,'2f1f0f6e-d739-42a3-9067-e4bebd13b21f',1,'26SK7','Bidrag','Bryggan AB',0,'','','',25000,'Ada Rask','','2026-09-03','',NULL,'',0,'legality',NULL,NULL,'','[]',NULL,NULL);
CREATE TABLE delegation_import (
	id TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	body_id TEXT NOT NULL, 
	file_id TEXT NOT NULL, 
	name TEXT NOT NULL, 
	sender TEXT COLLATE swedish NOT NULL, 
	taken_in_at TEXT NOT NULL, 
	title TEXT NOT NULL, 
	period_from TEXT, 
	period_to TEXT, 
	CONSTRAINT pk_delegation_import PRIMARY KEY (id), 
	CONSTRAINT fk_delegation_import_body_id FOREIGN KEY(body_id) REFERENCES body (id), 
	CONSTRAINT fk_delegation_import_file_id FOREIGN KEY(file_id) REFERENCES stored_file (id)
);
CREATE TABLE delegation_point (
	id TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	body_id TEXT NOT NULL, 
	number TEXT NOT NULL, 
	position INTEGER NOT NULL, 
	text TEXT NOT NULL, 
	valid_from TEXT NOT NULL, 
	valid_to TEXT, 
	kinds TEXT NOT NULL, 
	max_amount INTEGER, 
	terms TEXT NOT NULL, 
	law TEXT NOT NULL, 
	urgent INTEGER DEFAULT '0' NOT NULL, 
	appeal TEXT NOT NULL, 
	reported INTEGER DEFAULT '0' NOT NULL, 
	waived TEXT NOT NULL, 
	CONSTRAINT pk_delegation_point PRIMARY KEY (id), 
	CONSTRAINT fk_delegation_point_body_id FOREIGN KEY(body_id) REFERENCES body (id)
);
CREATE TABLE dispatch (
	id TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	meeting_id TEXT NOT NULL, 
	section_id TEXT NOT NULL, 
	recipient TEXT COLLATE swedish NOT NULL, 
	manner TEXT NOT NULL, 
	address TEXT NOT NULL, 
	sent TEXT, 
	"by" TEXT NOT NULL, 
	paper_id TEXT, 
	party INTEGER DEFAULT '0' NOT NULL, 
	CONSTRAINT pk_dispatch PRIMARY KEY (id), 
	CONSTRAINT fk_dispatch_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id), 
	CONSTRAINT fk_dispatch_paper_id FOREIGN KEY(paper_id) REFERENCES paper (id), 
	CONSTRAINT fk_dispatch_section_id FOREIGN KEY(section_id) REFERENCES section (id)
);
CREATE TABLE draft_note (
	id TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	meeting_id TEXT NOT NULL, 
	section_id TEXT NOT NULL, 
	person_id TEXT NOT NULL, 
	words TEXT NOT NULL, 
	settled INTEGER DEFAULT '0' NOT NULL, 
	CONSTRAINT pk_draft_note PRIMARY KEY (id), 
	CONSTRAINT fk_draft_note_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id), 
	CONSTRAINT fk_draft_note_section_id FOREIGN KEY(section_id) REFERENCES section (id), 
	CONSTRAINT fk_draft_note_person_id FOREIGN KEY(person_id) REFERENCES person (id)
);
CREATE TABLE journal_entry (
	sequence INTEGER NOT NULL, 
	copy_id TEXT NOT NULL, 
	number INTEGER NOT NULL, 
	operation TEXT NOT NULL, 
	label TEXT NOT NULL, 
	person TEXT NOT NULL, 
	at TEXT NOT NULL, 
	scopes TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	refers_to TEXT NOT NULL, 
	coalesce TEXT, 
	barrier INTEGER NOT NULL, 
	erases TEXT NOT NULL, 
	digests TEXT NOT NULL, 
	previous TEXT NOT NULL, 
	hash TEXT NOT NULL, 
	CONSTRAINT pk_journal_entry PRIMARY KEY (sequence), 
	CONSTRAINT ck_journal_entry_kind CHECK (kind IN ('do', 'undo', 'redo')), 
	CONSTRAINT fk_journal_entry_copy_id FOREIGN KEY(copy_id) REFERENCES binder_copy (id), 
	CONSTRAINT uq_journal_entry_copy_id_number UNIQUE (copy_id, number)
);
INSERT INTO "journal_entry" VALUES(1,'92fe5eb0-76e3-48c8-9d5b-40ef28df4be0',1,'CreateBody','ny nämnd','Ada','2026-09-01T08:00:04.000000+00:00','[]','do','[]',NULL,0,'[]','["75d624e47feda9e4519d0f23cecb2d1b8abfd5d714b7acdf31a5123578c3a4f3","92c5770c1c11484ee95cee010d13060b420df409cffe597ebeeb30a2078fa2c5","272318ef559228b4210bdfedc5efe439b079e17c4356cd755eb3cbca107cd38c"]','3ad8f35841043fb2a44f7d26aa2c93d49cc4c34514ff73383d048cb2df6f6805','f208fd980284b3105584ab02d759c337728e36fdc77ba8b1ea6b75dcb4ad8a73');
INSERT INTO "journal_entry" VALUES(2,'92fe5eb0-76e3-48c8-9d5b-40ef28df4be0',2,'TakeInMembers','läs in förtroendevalda','Ada','2026-09-01T08:00:06.000000+00:00','[]','do','[]',NULL,0,'[]','["5f653a1aee92d493e0ca1fd53b721a22aaf04e3bdaf2ef2971c43b3e4ec5b89b","9b34eb05b350043d11c9e86fefe8ffb8b0b36f06013b4849a6fc59cb7b586a24","4cb4a5dd8e25ce9d62105deca28a268d0810be516506bdad74429ee2a553ed55","f2e08abfc8452afb68207d528787a00e3e256fd9427c66f92b77133eafce480f","debad78baa696a868ff90f1f5cdb3f0142f52ef5b036807d67178f7f68fcdd0b","1c951a28e13dff86f5615e67e97304c3e887ce10f906bdd495ebd9bd2fc19aa5","497975e58a6f96a63cd81af85822fd94cede41f8837d54a03b341248d567d7bd","55f0b7ffa5a0e621fe26298344a42293094dca681d1d27bb3fceb013ecb4a628","5bdc086b14917f10885d68fc497370bcdfe6e06fa6d3a1c4611f72c1f8958ea5"]','f208fd980284b3105584ab02d759c337728e36fdc77ba8b1ea6b75dcb4ad8a73','1826572ca0145f21387b02d5361e29f015bae9b40001b65813ceac83a4886433');
INSERT INTO "journal_entry" VALUES(3,'92fe5eb0-76e3-48c8-9d5b-40ef28df4be0',3,'PlanMeeting','nytt sammanträde','Ada','2026-09-01T08:00:08.000000+00:00','["c7758316-8fad-4937-ba8f-21d0267c6535"]','do','[]',NULL,0,'[]','["db53b23c9ae4b6f99424fe8aef33f2295c23adf4e6d3745dc78e39fa043fea54","43fba05b85c29ab7222007fbe322588a30e62661e31284b33099b0cdfa993c7b"]','1826572ca0145f21387b02d5361e29f015bae9b40001b65813ceac83a4886433','7f569af287dba511162adcbc5c077259dc75e7650db89dc31cac65e8c1172cf4');
INSERT INTO "journal_entry" VALUES(4,'92fe5eb0-76e3-48c8-9d5b-40ef28df4be0',4,'AddItem','nytt ärende','Ada','2026-09-01T08:00:10.000000+00:00','["c7758316-8fad-4937-ba8f-21d0267c6535"]','do','[]',NULL,0,'[]','["958ce1e55ba9431d3c4516f1a4ebf3389226c505e249c6ced88d32d2020c3c5f","43617bd52dde3c10735734644db1e2798df057f2b53ebd6adf2bd54d465df490","2f47d2f6a28a31f76267075d51fcccc43384fe0db8c64d4a51d567840d24288e"]','7f569af287dba511162adcbc5c077259dc75e7650db89dc31cac65e8c1172cf4','d42e377935abe86f43b526139f7d8a7e80befee23cf3195d2eaf5f7aa983db91');
INSERT INTO "journal_entry" VALUES(5,'92fe5eb0-76e3-48c8-9d5b-40ef28df4be0',5,'WriteText','ändra text','Ada','2026-09-01T08:00:12.000000+00:00','["c7758316-8fad-4937-ba8f-21d0267c6535"]','do','[]','text:f9af76b5-8476-47e6-848c-54c066c491dd:proposal',0,'[]','["7247ab97cfd90580dc88dbec8096e80a6d71d65df5c4be468263f2683cf38f81","f8256ec9fe1d6f2934b0f85bbe36c8ae8e42ca5d3e27c33307ab004a5636ae82","52ff8c85e4bfc0618f6bc4397a6e12341c0cf2ab6cbadda1a42ddb1ecef0b36e"]','d42e377935abe86f43b526139f7d8a7e80befee23cf3195d2eaf5f7aa983db91','fb74f150a167c2285547379fe4d10fa187a8d0207b1895d1cf1eb1dbab0b6066');
INSERT INTO "journal_entry" VALUES(6,'92fe5eb0-76e3-48c8-9d5b-40ef28df4be0',6,'OpenMeeting','öppna sammanträdet','Ada','2026-09-01T08:00:14.000000+00:00','["c7758316-8fad-4937-ba8f-21d0267c6535"]','do','[]',NULL,0,'[]','["51d730b21586aee264b304f3e3b339bd45d170b6d2e85b7720f75e699ada6fee","dc99b4c07d50806b11d8dbee788e916f8a041060e00a49a9eb97051e13c868eb","c5f802a226aa705852e7f2d42be558b172b90fcc75870152b2aae0e80e5ae537","38188bcef443ca08e27dbc6c80ff94c21916595ffbb619be053fa082ae591e9f","b830e415cb3f6c738d88fcff6c873642eaf1642592577c7959e4cec12b4e96b0","836758ff6a51aa4182296352369b21a6c750b7802a3a718ca537807966725341","a876f56982e9de31fcd25c0866ac96e1412274fdc679a0870e388bf59de94665"]','fb74f150a167c2285547379fe4d10fa187a8d0207b1895d1cf1eb1dbab0b6066','f78ab0d964e726467db6cbfa029e815f8b251d84b2d4059eddda79a92a46c2ef');
INSERT INTO "journal_entry" VALUES(7,'92fe5eb0-76e3-48c8-9d5b-40ef28df4be0',7,'Decide','klubba beslut','Ada','2026-09-01T08:00:16.000000+00:00','["c7758316-8fad-4937-ba8f-21d0267c6535"]','do','[]',NULL,0,'[]','["8fb20690a0f5e8ad982342f5d688e9d0a0befeb44877036217df71291c766f9b","ae38bdecd12eaedd877f3d833ea5296138eb4a13cbae754efc4171f754583d29","88391f3197ae4e95f4d45f026d17327c8d944c99199a75c2a90b11af2c67718d","f013efc3552c549e3b6d15542bb5f9d30e7af7d9b3c74734e25844d5cc76227e"]','f78ab0d964e726467db6cbfa029e815f8b251d84b2d4059eddda79a92a46c2ef','4c4995da9c7c04761434361d70425ecb3e16e83b13666e3cb5dde1bf8cd7c153');
INSERT INTO "journal_entry" VALUES(8,'92fe5eb0-76e3-48c8-9d5b-40ef28df4be0',8,'CloseMeeting','avsluta sammanträdet','Ada','2026-09-01T08:00:18.000000+00:00','["c7758316-8fad-4937-ba8f-21d0267c6535"]','do','[]',NULL,1,'[]','["c5345c364707f4108f13d0ffe01eedbd1cbeb221b35f33350c2f37d58ad3bc59","4e9fa8ba8f4d2a9fb04ef7cd16f0e39b4e26d064d9e439b20c28924f0258bd53","2c365e25e7b8f8902d206aa102ae3e2e962a740d49635524e2f1a9139ed3ee2e"]','4c4995da9c7c04761434361d70425ecb3e16e83b13666e3cb5dde1bf8cd7c153','6b48b42ccac51c08d351b8313c2228c3161ed7940f44a3650e5fc7780e2d4877');
INSERT INTO "journal_entry" VALUES(9,'92fe5eb0-76e3-48c8-9d5b-40ef28df4be0',9,'AddDelegated','nya delegationsbeslut','Ada','2026-09-01T08:00:20.000000+00:00','[]','do','[]',NULL,0,'[]','["1a38ff78156735a180497287e0a6351f8265bbe62e47f8d284cc76ac30f0ee2d","2d2424fecea4204613bc812158fe935f988a8570a7edaf237f417304d78d164d"]','6b48b42ccac51c08d351b8313c2228c3161ed7940f44a3650e5fc7780e2d4877','9212aef30d5df7e57dee4ad0429f78d1c3c63afdcace13351374e19bae8a3454');
CREATE TABLE journal_image (
	copy_id TEXT NOT NULL, 
	number INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	kind TEXT NOT NULL, 
	record_id TEXT NOT NULL, 
	"before" TEXT, 
	"after" TEXT, 
	salt TEXT NOT NULL, 
	CONSTRAINT pk_journal_image PRIMARY KEY (copy_id, number, position), 
	CONSTRAINT fk_journal_image_copy_id_number FOREIGN KEY(copy_id, number) REFERENCES journal_entry (copy_id, number)
);
INSERT INTO "journal_image" VALUES('92fe5eb0-76e3-48c8-9d5b-40ef28df4be0',1,0,'arguments','',NULL,'{"customs":{"approval_days":14,"approvers":1,"court":[],"digital_signing":false,"first_section":1,"first_section_year":null,"formal_sections":true,"keeps_balance":false,"letterhead":{"address":[],"colour":"","logo":null,"organisation":"","website":""},"notice_days":7,"notices":[],"observers_may_speak":false,"opening_section":false,"personal_substitutes":false,"proposal_always_put":true,"proposal_name":"förslaget","recipient_groups":[],"remote_allowed":false,"section_order":"proposal_first","service_order":[],"standard_items":[],"storage_place":"","substitutes_may_speak":false,"time_separator":".","vote_style":"table","withdrawn_sections":true},"kind":"committee","name":"Skärnämnden","parent_id":null,"seats":3,"short_name":"nämnden","valid_from":"2026-01-01"}','6e5855884a26c0bc21a726146c7fd025');
INSERT INTO "journal_image" VALUES('92fe5eb0-76e3-48c8-9d5b-40ef28df4be0',1,1,'body','2f1f0f6e-d739-42a3-9067-e4bebd13b21f',NULL,'{"id":"2f1f0f6e-d739-42a3-9067-e4bebd13b21f","kind":"committee","parent_id":null,"version":0}','6b952cb545398e462038c190261ea973');
INSERT INTO "journal_image" VALUES('92fe5eb0-76e3-48c8-9d5b-40ef28df4be0',1,2,'body_term','d647e65f-039a-46ff-aabf-a3fe466c1e55',NULL,'{"body_id":"2f1f0f6e-d739-42a3-9067-e4bebd13b21f","customs":"{\"approval_days\":14,\"approvers\":1,\"court\":[],\"digital_signing\":false,\"first_section\":1,\"first_section_year\":null,\"formal_sections\":true,\"keeps_balance\":false,\"letterhead\":{\"address\":[],\"colour\":\"\",\"logo\":null,\"organisation\":\"\",\"website\":\"\"},\"notice_days\":7,\"notices\":[],\"observers_may_speak\":false,\"opening_section\":false,\"personal_substitutes\":false,\"proposal_always_put\":true,\"proposal_name\":\"förslaget\",\"recipient_groups\":[],\"remote_allowed\":false,\"section_order\":\"proposal_first\",\"service_order\":[],\"standard_items\":[],\"storage_place\":\"\",\"substitutes_may_speak\":false,\"time_separator\":\".\",\"vote_style\":\"table\",\"withdrawn_sections\":true}","id":"d647e65f-039a-46ff-aabf-a3fe466c1e55","name":"Skärnämnden","seats":3,"short_name":"nämnden","valid_from":"2026-01-01","version":0}','ecd3b7ad304ff2d8fe70c77da4fba715');
INSERT INTO "journal_image" VALUES('92fe5eb0-76e3-48c8-9d5b-40ef28df4be0',2,0,'arguments','',NULL,'{"body_id":"2f1f0f6e-d739-42a3-9067-e4bebd13b21f","replace":false,"rows":[{"elected_order":null,"email":"","given_name":"Karin","party":"S","personal_for":null,"personal_name":"","phone":"","role":"chair","seat":null,"surname":"Ek","valid_from":null,"valid_to":null},{"elected_order":null,"email":"","given_name":"Olle","party":"C","personal_for":null,"personal_name":"","phone":"","role":"member","seat":null,"surname":"Sand","valid_from":null,"valid_to":null},{"elected_order":null,"email":"","given_name":"Mia","party":"M","personal_for":null,"personal_name":"","phone":"","role":"member","seat":null,"surname":"Frid","valid_from":null,"valid_to":null},{"elected_order":null,"email":"","given_name":"Bo","party":"M","personal_for":null,"personal_name":"","phone":"","role":"substitute","seat":null,"surname":"Gran","valid_from":null,"valid_to":null}],"valid_from":"2026-01-01"}','46d26433316044d57871ff42ead6c824');
INSERT INTO "journal_image" VALUES('92fe5eb0-76e3-48c8-9d5b-40ef28df4be0',2,1,'person','b883b40f-a397-4d63-9ebe-bfec6e2f81cc',NULL,'{"email":"","given_name":"Karin","id":"b883b40f-a397-4d63-9ebe-bfec6e2f81cc","phone":"","surname":"Ek","version":0}','13dd0ea22aca0900f13cc3401b42c4da');
INSERT INTO "journal_image" VALUES('92fe5eb0-76e3-48c8-9d5b-40ef28df4be0',2,2,'mandate','939ba5c7-7ebf-4f3e-ac73-e701bf22b240',NULL,'{"body_id":"2f1f0f6e-d739-42a3-9067-e4bebd13b21f","elected_order":1,"id":"939ba5c7-7ebf-4f3e-ac73-e701bf22b240","party":"S","person_id":"b883b40f-a397-4d63-9ebe-bfec6e2f81cc","personal_for":null,"role":"chair","seat":null,"valid_from":"2026-01-01","valid_to":null,"version":0}','174e6e3cf7595748540d107fd0fdf01a');
INSERT INTO "journal_image" VALUES('92fe5eb0-76e3-48c8-9d5b-40ef28df4be0',2,3,'person','e3d70be3-5306-426d-870a-cb7943520c98',NULL,'{"email":"","given_name":"Olle","id":"e3d70be3-5306-426d-870a-cb7943520c98","phone":"","surname":"Sand","version":0}','bcc73b2cfa965d97c580582ef7e80e7c');
INSERT INTO "journal_image" VALUES('92fe5eb0-76e3-48c8-9d5b-40ef28df4be0',2,4,'mandate','be6b91e4-a133-4387-bcca-edddaa60fb8b',NULL,'{"body_id":"2f1f0f6e-d739-42a3-9067-e4bebd13b21f","elected_order":2,"id":"be6b91e4-a133-4387-bcca-edddaa60fb8b","party":"C","person_id":"e3d70be3-5306-426d-870a-cb7943520c98","personal_for":null,"role":"member","seat":null,"valid_from":"2026-01-01","valid_to":null,"version":0}','19f39489583f4bf02d339198050af99b');
INSERT INTO "journal_image" VALUES('92fe5eb0-76e3-48c8-9d5b-40ef28df4be0',2,5,'person','6b3ab5b8-0e83-4073-80e3-a7dde48fbda9',NULL,'{"email":"","given_name":"Mia","id":"6b3ab5b8-0e83-4073-80e3-a7dde48fbda9","phone":"","surname":"Frid","version":0}','9ad8614e14edb41a296c45dce627983c');
INSERT INTO "journal_image" VALUES('92fe5eb0-76e3-48c8-9d5b-40ef28df4be0',2,6,'mandate','56b642b9-8a3f-46f0-adba-fd221b6bbb41',NULL,'{"body_id":"2f1f0f6e-d739-42a3-9067-e4bebd13b21f","elected_order":3,"id":"56b642b9-8a3f-46f0-adba-fd221b6bbb41","party":"M","person_id":"6b3ab5b8-0e83-4073-80e3-a7dde48fbda9","personal_for":null,"role":"member","seat":null,"valid_from":"2026-01-01","valid_to":null,"version":0}','19d0dbccab2e1925415394e7ecb7278c');
INSERT INTO "journal_image" VALUES('92fe5eb0-76e3-48c8-9d5b-40ef28df4be0',2,7,'person','5d50edd1-67cd-478a-b41d-56c6abcf9e6d',NULL,'{"email":"","given_name":"Bo","id":"5d50edd1-67cd-478a-b41d-56c6abcf9e6d","phone":"","surname":"Gran","version":0}','aca3f47a50e5e9a5fb4682853beb0f0f');
INSERT INTO "journal_image" VALUES('92fe5eb0-76e3-48c8-9d5b-40ef28df4be0',2,8,'mandate','790f31aa-e70e-466c-a7c5-56b16047210e',NULL,'{"body_id":"2f1f0f6e-d739-42a3-9067-e4bebd13b21f","elected_order":1,"id":"790f31aa-e70e-466c-a7c5-56b16047210e","party":"M","person_id":"5d50edd1-67cd-478a-b41d-56c6abcf9e6d","personal_for":null,"role":"substitute","seat":null,"valid_from":"2026-01-01","valid_to":null,"version":0}','395ca4ef49edec8c5cf23aa4a7578b78');
INSERT INTO "journal_image" VALUES('92fe5eb0-76e3-48c8-9d5b-40ef28df4be0',3,0,'arguments','',NULL,'{"body_id":"2f1f0f6e-d739-42a3-9067-e4bebd13b21f","day":"2026-09-10","ends":null,"place":"Sal Bojen","standard_items":true,"starts":"10:00:00"}','1936893c6308280902a699d51a5edbcb');
INSERT INTO "journal_image" VALUES('92fe5eb0-76e3-48c8-9d5b-40ef28df4be0',3,1,'meeting','c7758316-8fad-4937-ba8f-21d0267c6535',NULL,'{"approval_date":null,"approval_place":"","body_id":"2f1f0f6e-d739-42a3-9067-e4bebd13b21f","called_at":null,"closed_at":null,"day":"2026-09-10","end_day":null,"ends":null,"group_meetings":"[]","id":"c7758316-8fad-4937-ba8f-21d0267c6535","notices":"[]","opened_at":null,"others_present":"[]","place":"Sal Bojen","secretary":"Ada","secretary_email":"","secretary_phone":"","secretary_title":"nämndsekreterare","sent_for_signing":null,"starts":"10:00:00","state":"planned","version":0,"withdrawn_because":""}','27786435d0932a47a345d0f459dd1db9');
INSERT INTO "journal_image" VALUES('92fe5eb0-76e3-48c8-9d5b-40ef28df4be0',4,0,'arguments','',NULL,'{"diary_number":"26SK1","initiative_by":null,"kind":"decision","meeting_id":"c7758316-8fad-4937-ba8f-21d0267c6535","number":null,"presenters":[],"purpose":null,"title":"Bidrag till hamnen"}','1654fe227635bcb8318a11bdf7dcaaa7');
INSERT INTO "journal_image" VALUES('92fe5eb0-76e3-48c8-9d5b-40ef28df4be0',4,1,'matter','02558340-5d58-4b37-8ad8-cca10c90b474',NULL,'{"answer_by":null,"diary_number":"26SK1","external_diary_number":"","id":"02558340-5d58-4b37-8ad8-cca10c90b474","kind":"ordinary","received":null,"title":"Bidrag till hamnen","version":0}','db2e87c06ecf135511bb1c4cb95294c9');
INSERT INTO "journal_image" VALUES('92fe5eb0-76e3-48c8-9d5b-40ef28df4be0',4,2,'agenda_item','f9af76b5-8476-47e6-848c-54c066c491dd',NULL,'{"authority":0,"carried_from":null,"id":"f9af76b5-8476-47e6-848c-54c066c491dd","kind":"decision","matter_id":"02558340-5d58-4b37-8ad8-cca10c90b474","meeting_id":"c7758316-8fad-4937-ba8f-21d0267c6535","neutral_heading":"","number":1,"presenters":"[]","purpose":null,"secrecy_ground":"","secret":0,"staff_excluded":0,"title":"Bidrag till hamnen","version":0}','9a78e596927db097d34b5861fa084b6b');
INSERT INTO "journal_image" VALUES('92fe5eb0-76e3-48c8-9d5b-40ef28df4be0',5,0,'arguments','',NULL,'{"drafts":[{"depth":0,"id":null,"kind":"decider","marks":[],"rows":[],"text":"Skärnämnden beslutar"},{"depth":1,"id":null,"kind":"clause","marks":[],"rows":[],"text":"bevilja bidraget."}],"item_id":"f9af76b5-8476-47e6-848c-54c066c491dd","role":"proposal","section_id":null}','a36f9a2346d4f0e078e81fa8e63e671d');
INSERT INTO "journal_image" VALUES('92fe5eb0-76e3-48c8-9d5b-40ef28df4be0',5,1,'text_block','4f774d2f-4d1b-4a7f-90a7-8deff1152017',NULL,'{"edited":"Skärnämnden beslutar","fingerprint":null,"generated":null,"id":"4f774d2f-4d1b-4a7f-90a7-8deff1152017","item_id":"f9af76b5-8476-47e6-848c-54c066c491dd","kind":"decider","marks":"[]","parent_id":null,"position":1,"role":"proposal","rows":"[]","section_id":null,"version":0}','b0634ad27d5297056d4eaf1e38109658');
INSERT INTO "journal_image" VALUES('92fe5eb0-76e3-48c8-9d5b-40ef28df4be0',5,2,'text_block','beafc091-558f-4bf8-abbb-770d1471f741',NULL,'{"edited":"bevilja bidraget.","fingerprint":null,"generated":null,"id":"beafc091-558f-4bf8-abbb-770d1471f741","item_id":"f9af76b5-8476-47e6-848c-54c066c491dd","kind":"clause","marks":"[]","parent_id":"4f774d2f-4d1b-4a7f-90a7-8deff1152017","position":2,"role":"proposal","rows":"[]","section_id":null,"version":0}','891c5718b9c29c3a3e03623825f1f191');
INSERT INTO "journal_image" VALUES('92fe5eb0-76e3-48c8-9d5b-40ef28df4be0',6,0,'arguments','',NULL,'{"at":"10:00:00","meeting_id":"c7758316-8fad-4937-ba8f-21d0267c6535","present":["b883b40f-a397-4d63-9ebe-bfec6e2f81cc","e3d70be3-5306-426d-870a-cb7943520c98","5d50edd1-67cd-478a-b41d-56c6abcf9e6d"],"remote":[],"serving":[["5d50edd1-67cd-478a-b41d-56c6abcf9e6d","6b3ab5b8-0e83-4073-80e3-a7dde48fbda9"]]}','4b421b605927c3f895df61475db436bb');
INSERT INTO "journal_image" VALUES('92fe5eb0-76e3-48c8-9d5b-40ef28df4be0',6,1,'meeting','c7758316-8fad-4937-ba8f-21d0267c6535','{"approval_date":null,"approval_place":"","body_id":"2f1f0f6e-d739-42a3-9067-e4bebd13b21f","called_at":null,"closed_at":null,"day":"2026-09-10","end_day":null,"ends":null,"group_meetings":"[]","id":"c7758316-8fad-4937-ba8f-21d0267c6535","notices":"[]","opened_at":null,"others_present":"[]","place":"Sal Bojen","secretary":"Ada","secretary_email":"","secretary_phone":"","secretary_title":"nämndsekreterare","sent_for_signing":null,"starts":"10:00:00","state":"planned","version":0,"withdrawn_because":""}','{"approval_date":null,"approval_place":"","body_id":"2f1f0f6e-d739-42a3-9067-e4bebd13b21f","called_at":null,"closed_at":null,"day":"2026-09-10","end_day":null,"ends":null,"group_meetings":"[]","id":"c7758316-8fad-4937-ba8f-21d0267c6535","notices":"[]","opened_at":"10:00:00","others_present":"[]","place":"Sal Bojen","secretary":"Ada","secretary_email":"","secretary_phone":"","secretary_title":"nämndsekreterare","sent_for_signing":null,"starts":"10:00:00","state":"open","version":1,"withdrawn_because":""}','c369922417dbccec7712f011cf8c8890');
INSERT INTO "journal_image" VALUES('92fe5eb0-76e3-48c8-9d5b-40ef28df4be0',6,2,'section','cd2c53e7-0dbf-4fc1-8b9f-37538aaa2719',NULL,'{"appeal":"legality","approved":null,"body_id":"2f1f0f6e-d739-42a3-9067-e4bebd13b21f","closed_doors":0,"heading":"","id":"cd2c53e7-0dbf-4fc1-8b9f-37538aaa2719","immediate":0,"initiative_by":null,"item_id":"f9af76b5-8476-47e6-848c-54c066c491dd","meeting_id":"c7758316-8fad-4937-ba8f-21d0267c6535","neutral_heading":"","number":null,"outcome":null,"position":1,"secrecy_ground":"","secret":0,"state":"open","version":0,"year":2026}','cbd630b71bc430e9cf2ecf5f7bfaa9ba');
INSERT INTO "journal_image" VALUES('92fe5eb0-76e3-48c8-9d5b-40ef28df4be0',6,3,'presence_event','e999a264-7305-4edd-8499-98af2dde00a8',NULL,'{"anchor":"before","at":null,"id":"e999a264-7305-4edd-8499-98af2dde00a8","kind":"arrives","meeting_id":"c7758316-8fad-4937-ba8f-21d0267c6535","person_id":"b883b40f-a397-4d63-9ebe-bfec6e2f81cc","position":1,"reason":"","section_id":null,"serves_for_id":null,"version":0}','776562623ebbea5e4c756645e17cd098');
INSERT INTO "journal_image" VALUES('92fe5eb0-76e3-48c8-9d5b-40ef28df4be0',6,4,'presence_event','98921f85-92b1-4ad9-b6f0-e368ce613053',NULL,'{"anchor":"before","at":null,"id":"98921f85-92b1-4ad9-b6f0-e368ce613053","kind":"arrives","meeting_id":"c7758316-8fad-4937-ba8f-21d0267c6535","person_id":"e3d70be3-5306-426d-870a-cb7943520c98","position":2,"reason":"","section_id":null,"serves_for_id":null,"version":0}','3a78c10a69333e7d93677572c55842d2');
INSERT INTO "journal_image" VALUES('92fe5eb0-76e3-48c8-9d5b-40ef28df4be0',6,5,'presence_event','19943cd5-8b90-4f17-9aeb-ba3d4454e615',NULL,'{"anchor":"before","at":null,"id":"19943cd5-8b90-4f17-9aeb-ba3d4454e615","kind":"arrives","meeting_id":"c7758316-8fad-4937-ba8f-21d0267c6535","person_id":"5d50edd1-67cd-478a-b41d-56c6abcf9e6d","position":3,"reason":"","section_id":null,"serves_for_id":null,"version":0}','25d4700a694f9be23e923baa940c47a9');
INSERT INTO "journal_image" VALUES('92fe5eb0-76e3-48c8-9d5b-40ef28df4be0',6,6,'presence_event','1668e0a2-e94e-452a-b2ec-507961212347',NULL,'{"anchor":"before","at":null,"id":"1668e0a2-e94e-452a-b2ec-507961212347","kind":"serves_for","meeting_id":"c7758316-8fad-4937-ba8f-21d0267c6535","person_id":"5d50edd1-67cd-478a-b41d-56c6abcf9e6d","position":4,"reason":"","section_id":null,"serves_for_id":"6b3ab5b8-0e83-4073-80e3-a7dde48fbda9","version":0}','62eb9efb2a4ee5a4def81ee10abe821f');
INSERT INTO "journal_image" VALUES('92fe5eb0-76e3-48c8-9d5b-40ef28df4be0',7,0,'arguments','',NULL,'{"outcome":"approved","section_id":"cd2c53e7-0dbf-4fc1-8b9f-37538aaa2719"}','3b66b180f156090fa74d66912fa55750');
INSERT INTO "journal_image" VALUES('92fe5eb0-76e3-48c8-9d5b-40ef28df4be0',7,1,'section','cd2c53e7-0dbf-4fc1-8b9f-37538aaa2719','{"appeal":"legality","approved":null,"body_id":"2f1f0f6e-d739-42a3-9067-e4bebd13b21f","closed_doors":0,"heading":"","id":"cd2c53e7-0dbf-4fc1-8b9f-37538aaa2719","immediate":0,"initiative_by":null,"item_id":"f9af76b5-8476-47e6-848c-54c066c491dd","meeting_id":"c7758316-8fad-4937-ba8f-21d0267c6535","neutral_heading":"","number":null,"outcome":null,"position":1,"secrecy_ground":"","secret":0,"state":"open","version":0,"year":2026}','{"appeal":"legality","approved":null,"body_id":"2f1f0f6e-d739-42a3-9067-e4bebd13b21f","closed_doors":0,"heading":"","id":"cd2c53e7-0dbf-4fc1-8b9f-37538aaa2719","immediate":0,"initiative_by":null,"item_id":"f9af76b5-8476-47e6-848c-54c066c491dd","meeting_id":"c7758316-8fad-4937-ba8f-21d0267c6535","neutral_heading":"","number":null,"outcome":"approved","position":1,"secrecy_ground":"","secret":0,"state":"decided","version":1,"year":2026}','6d1ba5f8ff5746a085f5f88b2dca4e0f');
INSERT INTO "journal_image" VALUES('92fe5eb0-76e3-48c8-9d5b-40ef28df4be0',7,2,'text_block','22728f0d-7970-4e3c-b394-79e10a05e2d6',NULL,'{"edited":null,"fingerprint":"d2c3810087a44eaeb89cfc49a54658eb","generated":"Skärnämnden beslutar","id":"22728f0d-7970-4e3c-b394-79e10a05e2d6","item_id":null,"kind":"decider","marks":"[]","parent_id":null,"position":1,"role":"decision","rows":"[]","section_id":"cd2c53e7-0dbf-4fc1-8b9f-37538aaa2719","version":0}','d6f0e7991ff837d65b08092c8aaf65d0');
INSERT INTO "journal_image" VALUES('92fe5eb0-76e3-48c8-9d5b-40ef28df4be0',7,3,'text_block','54cb0dd3-ef21-4b7a-8360-1827bf9a4bc3',NULL,'{"edited":null,"fingerprint":"d2c3810087a44eaeb89cfc49a54658eb","generated":"bevilja bidraget.","id":"54cb0dd3-ef21-4b7a-8360-1827bf9a4bc3","item_id":null,"kind":"clause","marks":"[]","parent_id":"22728f0d-7970-4e3c-b394-79e10a05e2d6","position":2,"role":"decision","rows":"[]","section_id":"cd2c53e7-0dbf-4fc1-8b9f-37538aaa2719","version":0}','1dc180e750924a2596a5699e4bb73d07');
INSERT INTO "journal_image" VALUES('92fe5eb0-76e3-48c8-9d5b-40ef28df4be0',8,0,'arguments','',NULL,'{"at":"11:00:00","meeting_id":"c7758316-8fad-4937-ba8f-21d0267c6535"}','0ecdffe603c568e41e856b4cfe30b627');
INSERT INTO "journal_image" VALUES('92fe5eb0-76e3-48c8-9d5b-40ef28df4be0',8,1,'section','cd2c53e7-0dbf-4fc1-8b9f-37538aaa2719','{"appeal":"legality","approved":null,"body_id":"2f1f0f6e-d739-42a3-9067-e4bebd13b21f","closed_doors":0,"heading":"","id":"cd2c53e7-0dbf-4fc1-8b9f-37538aaa2719","immediate":0,"initiative_by":null,"item_id":"f9af76b5-8476-47e6-848c-54c066c491dd","meeting_id":"c7758316-8fad-4937-ba8f-21d0267c6535","neutral_heading":"","number":null,"outcome":"approved","position":1,"secrecy_ground":"","secret":0,"state":"decided","version":1,"year":2026}','{"appeal":"legality","approved":null,"body_id":"2f1f0f6e-d739-42a3-9067-e4bebd13b21f","closed_doors":0,"heading":"","id":"cd2c53e7-0dbf-4fc1-8b9f-37538aaa2719","immediate":0,"initiative_by":null,"item_id":"f9af76b5-8476-47e6-848c-54c066c491dd","meeting_id":"c7758316-8fad-4937-ba8f-21d0267c6535","neutral_heading":"","number":1,"outcome":"approved","position":1,"secrecy_ground":"","secret":0,"state":"decided","version":2,"year":2026}','fe7a722707e4b716d19d1ca32e4bb41e');
INSERT INTO "journal_image" VALUES('92fe5eb0-76e3-48c8-9d5b-40ef28df4be0',8,2,'meeting','c7758316-8fad-4937-ba8f-21d0267c6535','{"approval_date":null,"approval_place":"","body_id":"2f1f0f6e-d739-42a3-9067-e4bebd13b21f","called_at":null,"closed_at":null,"day":"2026-09-10","end_day":null,"ends":null,"group_meetings":"[]","id":"c7758316-8fad-4937-ba8f-21d0267c6535","notices":"[]","opened_at":"10:00:00","others_present":"[]","place":"Sal Bojen","secretary":"Ada","secretary_email":"","secretary_phone":"","secretary_title":"nämndsekreterare","sent_for_signing":null,"starts":"10:00:00","state":"open","version":1,"withdrawn_because":""}','{"approval_date":null,"approval_place":"","body_id":"2f1f0f6e-d739-42a3-9067-e4bebd13b21f","called_at":null,"closed_at":"11:00:00","day":"2026-09-10","end_day":null,"ends":null,"group_meetings":"[]","id":"c7758316-8fad-4937-ba8f-21d0267c6535","notices":"[]","opened_at":"10:00:00","others_present":"[]","place":"Sal Bojen","secretary":"Ada","secretary_email":"","secretary_phone":"","secretary_title":"nämndsekreterare","sent_for_signing":null,"starts":"10:00:00","state":"closed","version":2,"withdrawn_because":""}','49d529c2a77ea424f28e1fb898e5a86b');
INSERT INTO "journal_image" VALUES('92fe5eb0-76e3-48c8-9d5b-40ef28df4be0',9,0,'arguments','',NULL,'{"body_id":"2f1f0f6e-d739-42a3-9067-e4bebd13b21f","decisions":[{"amount":25000,"announced_on":null,"appeal":"legality","body_id":"2f1f0f6e-d739-42a3-9067-e4bebd13b21f","branch":"","decided_by":"Ada Rask","decided_by_title":"","decided_on":"2026-09-03","diary_number":"26SK7","extra":[],"gender":"","id":"","import_id":null,"item_id":null,"kind":"Bidrag","municipality":"","note":"","personal":false,"point":"","position":0,"recipient":"Bryggan AB","recorded_on":null,"serial":"","source_row":null,"urgent":false,"version":0}]}','67cc18efe8bc9978146517128e48dff7');
INSERT INTO "journal_image" VALUES('92fe5eb0-76e3-48c8-9d5b-40ef28df4be0',9,1,'delegated_decision','8794d937-1e2d-4e45-bd9c-5f9cc6af05c5',NULL,'{"amount":25000,"announced_on":null,"appeal":"legality","body_id":"2f1f0f6e-d739-42a3-9067-e4bebd13b21f","branch":"","decided_by":"Ada Rask","decided_by_title":"","decided_on":"2026-09-03","diary_number":"26SK7","extra":"[]","gender":"","id":"8794d937-1e2d-4e45-bd9c-5f9cc6af05c5","import_id":null,"item_id":null,"kind":"Bidrag","municipality":"","note":"","personal":0,"point":"","position":1,"recipient":"Bryggan AB","recorded_on":null,"serial":"","source_row":null,"urgent":0,"version":0}','78072e570042606bfa11d6ed5dc22d26');
CREATE TABLE lost_mark (
	id TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	section_id TEXT NOT NULL, 
	role TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	words TEXT NOT NULL, 
	CONSTRAINT pk_lost_mark PRIMARY KEY (id), 
	CONSTRAINT fk_lost_mark_section_id FOREIGN KEY(section_id) REFERENCES section (id)
);
CREATE TABLE mandate (
	id TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	person_id TEXT NOT NULL, 
	body_id TEXT NOT NULL, 
	role TEXT NOT NULL, 
	party TEXT COLLATE swedish NOT NULL, 
	valid_from TEXT NOT NULL, 
	valid_to TEXT, 
	seat INTEGER, 
	elected_order INTEGER NOT NULL, personal_for TEXT CONSTRAINT fk_mandate_personal_for REFERENCES person (id), 
	CONSTRAINT pk_mandate PRIMARY KEY (id), 
	CONSTRAINT ck_mandate_from_before_to CHECK (valid_to >= valid_from), 
	CONSTRAINT fk_mandate_body_id FOREIGN KEY(body_id) REFERENCES body (id), 
	CONSTRAINT fk_mandate_person_id FOREIGN KEY(person_id) REFERENCES person (id)
);
INSERT INTO "mandate" VALUES('939ba5c7-7ebf-4f3e-ac73-e701bf22b240',0,'b883b40f-a397-4d63-9ebe-bfec6e2f81cc','2f1f0f6e-d739-42a3-9067-e4bebd13b21f','chair','S','2026-01-01',NULL,NULL,1,NULL);
INSERT INTO "mandate" VALUES('be6b91e4-a133-4387-bcca-edddaa60fb8b',0,'e3d70be3-5306-426d-870a-cb7943520c98','2f1f0f6e-d739-42a3-9067-e4bebd13b21f','member','C','2026-01-01',NULL,NULL,2,NULL);
INSERT INTO "mandate" VALUES('56b642b9-8a3f-46f0-adba-fd221b6bbb41',0,'6b3ab5b8-0e83-4073-80e3-a7dde48fbda9','2f1f0f6e-d739-42a3-9067-e4bebd13b21f','member','M','2026-01-01',NULL,NULL,3,NULL);
INSERT INTO "mandate" VALUES('790f31aa-e70e-466c-a7c5-56b16047210e',0,'5d50edd1-67cd-478a-b41d-56c6abcf9e6d','2f1f0f6e-d739-42a3-9067-e4bebd13b21f','substitute','M','2026-01-01',NULL,NULL,1,NULL);
CREATE TABLE matter (
	id TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	title TEXT COLLATE swedish NOT NULL, 
	diary_number TEXT COLLATE swedish NOT NULL, 
	external_diary_number TEXT COLLATE swedish NOT NULL, kind TEXT DEFAULT 'ordinary' NOT NULL, received TEXT, answer_by TEXT, 
	CONSTRAINT pk_matter PRIMARY KEY (id)
);
INSERT INTO "matter" VALUES('02558340-5d58-4b37-8ad8-cca10c90b474',0,'Bidrag till hamnen','26SK1','','ordinary',NULL,NULL);
CREATE TABLE meeting (
	id TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	body_id TEXT NOT NULL, 
	day TEXT NOT NULL, 
	end_day TEXT, 
	starts TEXT, 
	ends TEXT, 
	place TEXT COLLATE swedish NOT NULL, 
	state TEXT NOT NULL, 
	secretary TEXT COLLATE swedish NOT NULL, 
	secretary_title TEXT NOT NULL, 
	secretary_email TEXT NOT NULL, 
	secretary_phone TEXT NOT NULL, 
	group_meetings TEXT NOT NULL, 
	notices TEXT NOT NULL, 
	others_present TEXT NOT NULL, 
	called_at TEXT, 
	opened_at TEXT, 
	closed_at TEXT, 
	approval_place TEXT NOT NULL, 
	approval_date TEXT, sent_for_signing TEXT, withdrawn_because TEXT DEFAULT '' NOT NULL, 
	CONSTRAINT pk_meeting PRIMARY KEY (id), 
	CONSTRAINT ck_meeting_ends_after_it_begins CHECK (end_day >= day), 
	CONSTRAINT fk_meeting_body_id FOREIGN KEY(body_id) REFERENCES body (id)
);
INSERT INTO "meeting" VALUES('c7758316-8fad-4937-ba8f-21d0267c6535',2,'2f1f0f6e-d739-42a3-9067-e4bebd13b21f','2026-09-10',NULL,'10:00:00',NULL,'Sal Bojen','closed','Ada','nämndsekreterare','','','[]','[]','[]',NULL,'10:00:00','11:00:00','',NULL,NULL,'');
CREATE TABLE memorandum (
	id TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	item_id TEXT NOT NULL, 
	unit TEXT NOT NULL, 
	officer TEXT NOT NULL, 
	day TEXT, 
	signatory TEXT NOT NULL, 
	signatory_title TEXT NOT NULL, document_id TEXT CONSTRAINT fk_memorandum_document_id REFERENCES supporting_document (id), 
	CONSTRAINT pk_memorandum PRIMARY KEY (id), 
	CONSTRAINT fk_memorandum_item_id FOREIGN KEY(item_id) REFERENCES agenda_item (id), 
	CONSTRAINT uq_memorandum_item_id UNIQUE (item_id)
);
CREATE TABLE motion (
	id TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	section_id TEXT NOT NULL, 
	position INTEGER NOT NULL, 
	kind TEXT NOT NULL, 
	movers TEXT NOT NULL, 
	supporters TEXT NOT NULL, 
	"on" TEXT NOT NULL, 
	clauses TEXT NOT NULL, 
	authors TEXT NOT NULL, 
	handed_in TEXT, 
	document_id TEXT, 
	second_hand_of TEXT, 
	withdrawn INTEGER DEFAULT '0' NOT NULL, 
	CONSTRAINT pk_motion PRIMARY KEY (id), 
	CONSTRAINT fk_motion_document_id FOREIGN KEY(document_id) REFERENCES supporting_document (id), 
	CONSTRAINT fk_motion_second_hand_of FOREIGN KEY(second_hand_of) REFERENCES motion (id), 
	CONSTRAINT fk_motion_section_id FOREIGN KEY(section_id) REFERENCES section (id)
);
CREATE TABLE non_participation (
	id TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	section_id TEXT NOT NULL, 
	person_id TEXT NOT NULL, 
	CONSTRAINT pk_non_participation PRIMARY KEY (id), 
	CONSTRAINT fk_non_participation_person_id FOREIGN KEY(person_id) REFERENCES person (id), 
	CONSTRAINT fk_non_participation_section_id FOREIGN KEY(section_id) REFERENCES section (id)
);
CREATE TABLE notice (
	id TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	meeting_id TEXT NOT NULL, 
	sections TEXT NOT NULL, 
	approved TEXT, 
	posted TEXT, 
	taken_down TEXT, 
	CONSTRAINT pk_notice PRIMARY KEY (id), 
	CONSTRAINT fk_notice_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id)
);
CREATE TABLE paper (
	id TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	meeting_id TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	pdf_sha TEXT NOT NULL, 
	pages INTEGER NOT NULL, 
	made_at TEXT NOT NULL, 
	tree_sha TEXT, "of" TEXT DEFAULT '[]' NOT NULL, edition TEXT DEFAULT '' NOT NULL, manifest_sha TEXT, 
	CONSTRAINT pk_paper PRIMARY KEY (id), 
	CONSTRAINT ck_paper_pdf_sha_is_sha256 CHECK (length(pdf_sha) = 64), 
	CONSTRAINT ck_paper_tree_sha_is_sha256 CHECK (length(tree_sha) = 64), 
	CONSTRAINT ck_paper_pages CHECK (pages >= 0), 
	CONSTRAINT fk_paper_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id)
);
CREATE TABLE person (
	id TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	given_name TEXT COLLATE swedish NOT NULL, 
	surname TEXT COLLATE swedish NOT NULL, 
	email TEXT NOT NULL, 
	phone TEXT NOT NULL, 
	CONSTRAINT pk_person PRIMARY KEY (id)
);
INSERT INTO "person" VALUES('b883b40f-a397-4d63-9ebe-bfec6e2f81cc',0,'Karin','Ek','','');
INSERT INTO "person" VALUES('e3d70be3-5306-426d-870a-cb7943520c98',0,'Olle','Sand','','');
INSERT INTO "person" VALUES('6b3ab5b8-0e83-4073-80e3-a7dde48fbda9',0,'Mia','Frid','','');
INSERT INTO "person" VALUES('5d50edd1-67cd-478a-b41d-56c6abcf9e6d',0,'Bo','Gran','','');
CREATE TABLE phrase (
	id TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	text TEXT COLLATE swedish NOT NULL, 
	position INTEGER NOT NULL, 
	role TEXT, 
	body_id TEXT, 
	CONSTRAINT pk_phrase PRIMARY KEY (id), 
	CONSTRAINT fk_phrase_body_id FOREIGN KEY(body_id) REFERENCES body (id)
);
CREATE TABLE presence_event (
	id TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	meeting_id TEXT NOT NULL, 
	person_id TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	position INTEGER NOT NULL, 
	serves_for_id TEXT, 
	anchor TEXT NOT NULL, 
	section_id TEXT, 
	at TEXT, reason TEXT DEFAULT '' NOT NULL, 
	CONSTRAINT pk_presence_event PRIMARY KEY (id), 
	CONSTRAINT ck_presence_event_only_who_serves_takes_a_seat CHECK (serves_for_id IS NULL OR kind = 'serves_for'), 
	CONSTRAINT fk_presence_event_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id), 
	CONSTRAINT fk_presence_event_person_id FOREIGN KEY(person_id) REFERENCES person (id), 
	CONSTRAINT fk_presence_event_section_id FOREIGN KEY(section_id) REFERENCES section (id), 
	CONSTRAINT fk_presence_event_serves_for_id FOREIGN KEY(serves_for_id) REFERENCES person (id)
);
INSERT INTO "presence_event" VALUES('e999a264-7305-4edd-8499-98af2dde00a8',0,'c7758316-8fad-4937-ba8f-21d0267c6535','b883b40f-a397-4d63-9ebe-bfec6e2f81cc','arrives',1,NULL,'before',NULL,NULL,'');
INSERT INTO "presence_event" VALUES('98921f85-92b1-4ad9-b6f0-e368ce613053',0,'c7758316-8fad-4937-ba8f-21d0267c6535','e3d70be3-5306-426d-870a-cb7943520c98','arrives',2,NULL,'before',NULL,NULL,'');
INSERT INTO "presence_event" VALUES('19943cd5-8b90-4f17-9aeb-ba3d4454e615',0,'c7758316-8fad-4937-ba8f-21d0267c6535','5d50edd1-67cd-478a-b41d-56c6abcf9e6d','arrives',3,NULL,'before',NULL,NULL,'');
INSERT INTO "presence_event" VALUES('1668e0a2-e94e-452a-b2ec-507961212347',0,'c7758316-8fad-4937-ba8f-21d0267c6535','5d50edd1-67cd-478a-b41d-56c6abcf9e6d','serves_for',4,'6b3ab5b8-0e83-4073-80e3-a7dde48fbda9','before',NULL,NULL,'');
CREATE TABLE proposition (
	id TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	section_id TEXT NOT NULL, 
	position INTEGER NOT NULL, 
	kind TEXT NOT NULL, 
	options TEXT NOT NULL, 
	carried TEXT, 
	vote_requested INTEGER DEFAULT '0' NOT NULL, 
	requested_by TEXT, 
	after_gavel INTEGER DEFAULT '0' NOT NULL, 
	CONSTRAINT pk_proposition PRIMARY KEY (id), 
	CONSTRAINT fk_proposition_requested_by FOREIGN KEY(requested_by) REFERENCES person (id), 
	CONSTRAINT fk_proposition_section_id FOREIGN KEY(section_id) REFERENCES section (id)
);
CREATE TABLE recipient (
	id TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	item_id TEXT NOT NULL, 
	position INTEGER NOT NULL, 
	name TEXT COLLATE swedish NOT NULL, 
	manner TEXT NOT NULL, address TEXT DEFAULT '' NOT NULL, party INTEGER DEFAULT '0' NOT NULL, 
	CONSTRAINT pk_recipient PRIMARY KEY (id), 
	CONSTRAINT fk_recipient_item_id FOREIGN KEY(item_id) REFERENCES agenda_item (id)
);
CREATE TABLE remark (
	id TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	section_id TEXT NOT NULL, 
	position INTEGER NOT NULL, 
	kind TEXT NOT NULL, 
	persons TEXT NOT NULL, 
	parties TEXT NOT NULL, 
	words TEXT NOT NULL, 
	dated TEXT, 
	appendix INTEGER, 
	permitted INTEGER, 
	CONSTRAINT pk_remark PRIMARY KEY (id), 
	CONSTRAINT fk_remark_section_id FOREIGN KEY(section_id) REFERENCES section (id)
);
CREATE TABLE reply (
	id TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	meeting_id TEXT NOT NULL, 
	person_id TEXT NOT NULL, 
	absent INTEGER DEFAULT '0' NOT NULL, 
	from_at TEXT, 
	until_at TEXT, 
	summons TEXT NOT NULL, 
	serves_for_id TEXT, 
	remote INTEGER DEFAULT '0' NOT NULL, 
	diet TEXT NOT NULL, 
	note TEXT NOT NULL, 
	CONSTRAINT pk_reply PRIMARY KEY (id), 
	CONSTRAINT fk_reply_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id), 
	CONSTRAINT fk_reply_person_id FOREIGN KEY(person_id) REFERENCES person (id), 
	CONSTRAINT fk_reply_serves_for_id FOREIGN KEY(serves_for_id) REFERENCES person (id), 
	CONSTRAINT uq_reply_meeting_id_person_id UNIQUE (meeting_id, person_id)
);
CREATE TABLE reservation (
	id TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	section_id TEXT NOT NULL, 
	position INTEGER NOT NULL, 
	persons TEXT NOT NULL, 
	option TEXT, 
	words TEXT NOT NULL, 
	written INTEGER DEFAULT '0' NOT NULL, 
	appendix INTEGER, 
	received TEXT, 
	late INTEGER DEFAULT '0' NOT NULL, 
	CONSTRAINT pk_reservation PRIMARY KEY (id), 
	CONSTRAINT fk_reservation_section_id FOREIGN KEY(section_id) REFERENCES section (id)
);
CREATE TABLE section (
	id TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	meeting_id TEXT NOT NULL, 
	body_id TEXT NOT NULL, 
	year INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	heading TEXT COLLATE swedish NOT NULL, 
	item_id TEXT, 
	number INTEGER, 
	state TEXT NOT NULL, 
	outcome TEXT, initiative_by TEXT CONSTRAINT fk_section_initiative_by REFERENCES person (id), closed_doors INTEGER DEFAULT '0' NOT NULL, immediate INTEGER DEFAULT '0' NOT NULL, approved TEXT, appeal TEXT DEFAULT 'legality' NOT NULL, secret INTEGER DEFAULT '0' NOT NULL, secrecy_ground TEXT DEFAULT '' NOT NULL, neutral_heading TEXT DEFAULT '' NOT NULL, 
	CONSTRAINT pk_section PRIMARY KEY (id), 
	CONSTRAINT ck_section_number_is_positive CHECK (number > 0), 
	CONSTRAINT fk_section_body_id FOREIGN KEY(body_id) REFERENCES body (id), 
	CONSTRAINT fk_section_item_id FOREIGN KEY(item_id) REFERENCES agenda_item (id), 
	CONSTRAINT fk_section_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id), 
	CONSTRAINT uq_section_body_id_year_number UNIQUE (body_id, year, number)
);
INSERT INTO "section" VALUES('cd2c53e7-0dbf-4fc1-8b9f-37538aaa2719',2,'c7758316-8fad-4937-ba8f-21d0267c6535','2f1f0f6e-d739-42a3-9067-e4bebd13b21f',2026,1,'','f9af76b5-8476-47e6-848c-54c066c491dd',1,'decided','approved',NULL,0,0,NULL,'legality',0,'','');
CREATE TABLE setting (
	id TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	"key" TEXT NOT NULL, 
	value TEXT NOT NULL, 
	CONSTRAINT pk_setting PRIMARY KEY (id), 
	CONSTRAINT uq_setting_key UNIQUE ("key")
);
CREATE TABLE signature (
	id TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	meeting_id TEXT NOT NULL, 
	person_id TEXT NOT NULL, 
	signed TEXT, 
	refused TEXT NOT NULL, 
	reason TEXT NOT NULL, 
	CONSTRAINT pk_signature PRIMARY KEY (id), 
	CONSTRAINT fk_signature_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id), 
	CONSTRAINT fk_signature_person_id FOREIGN KEY(person_id) REFERENCES person (id), 
	CONSTRAINT uq_signature_meeting_id_person_id UNIQUE (meeting_id, person_id)
);
CREATE TABLE signed_file (
	id TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	meeting_id TEXT NOT NULL, 
	paper_id TEXT NOT NULL, 
	file_sha TEXT NOT NULL, 
	taken_in_at TEXT NOT NULL, 
	same_document INTEGER DEFAULT '0' NOT NULL, 
	problem TEXT NOT NULL, 
	signers TEXT NOT NULL, 
	CONSTRAINT pk_signed_file PRIMARY KEY (id), 
	CONSTRAINT ck_signed_file_file_sha_is_sha256 CHECK (length(file_sha) = 64), 
	CONSTRAINT fk_signed_file_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id), 
	CONSTRAINT fk_signed_file_paper_id FOREIGN KEY(paper_id) REFERENCES paper (id)
);
CREATE TABLE stored_file (
	id TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	sha256 TEXT NOT NULL, 
	size INTEGER NOT NULL, 
	media_type TEXT NOT NULL, 
	CONSTRAINT pk_stored_file PRIMARY KEY (id), 
	CONSTRAINT ck_stored_file_sha256_is_sha256 CHECK (length(sha256) = 64), 
	CONSTRAINT ck_stored_file_size CHECK (size >= 0), 
	CONSTRAINT uq_stored_file_sha256 UNIQUE (sha256)
);
CREATE TABLE supporting_document (
	id TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	item_id TEXT NOT NULL, 
	file_id TEXT NOT NULL, 
	position INTEGER NOT NULL, 
	title TEXT COLLATE swedish NOT NULL, 
	original_name TEXT NOT NULL, 
	added_by TEXT NOT NULL, 
	added_at TEXT NOT NULL, 
	secrecy_ground TEXT, personal INTEGER DEFAULT '0' NOT NULL, withheld_pages TEXT DEFAULT '[]' NOT NULL, 
	CONSTRAINT pk_supporting_document PRIMARY KEY (id), 
	CONSTRAINT fk_supporting_document_file_id FOREIGN KEY(file_id) REFERENCES stored_file (id), 
	CONSTRAINT fk_supporting_document_item_id FOREIGN KEY(item_id) REFERENCES agenda_item (id)
);
CREATE TABLE text_block (
	id TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	role TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	position INTEGER NOT NULL, 
	item_id TEXT, 
	section_id TEXT, 
	parent_id TEXT, 
	generated TEXT, 
	edited TEXT, 
	fingerprint TEXT, 
	marks TEXT NOT NULL, 
	rows TEXT NOT NULL, 
	CONSTRAINT pk_text_block PRIMARY KEY (id), 
	CONSTRAINT ck_text_block_of_an_item_or_of_a_section CHECK ((item_id IS NULL) <> (section_id IS NULL)), 
	CONSTRAINT ck_text_block_not_its_own_parent CHECK (parent_id <> id), 
	CONSTRAINT fk_text_block_item_id FOREIGN KEY(item_id) REFERENCES agenda_item (id), 
	CONSTRAINT fk_text_block_parent_id FOREIGN KEY(parent_id) REFERENCES text_block (id), 
	CONSTRAINT fk_text_block_section_id FOREIGN KEY(section_id) REFERENCES section (id)
);
INSERT INTO "text_block" VALUES('4f774d2f-4d1b-4a7f-90a7-8deff1152017',0,'proposal','decider',1,'f9af76b5-8476-47e6-848c-54c066c491dd',NULL,NULL,NULL,'Skärnämnden beslutar',NULL,'[]','[]');
INSERT INTO "text_block" VALUES('beafc091-558f-4bf8-abbb-770d1471f741',0,'proposal','clause',2,'f9af76b5-8476-47e6-848c-54c066c491dd',NULL,'4f774d2f-4d1b-4a7f-90a7-8deff1152017',NULL,'bevilja bidraget.',NULL,'[]','[]');
INSERT INTO "text_block" VALUES('22728f0d-7970-4e3c-b394-79e10a05e2d6',0,'decision','decider',1,NULL,'cd2c53e7-0dbf-4fc1-8b9f-37538aaa2719',NULL,'Skärnämnden beslutar',NULL,'d2c3810087a44eaeb89cfc49a54658eb','[]','[]');
INSERT INTO "text_block" VALUES('54cb0dd3-ef21-4b7a-8360-1827bf9a4bc3',0,'decision','clause',2,NULL,'cd2c53e7-0dbf-4fc1-8b9f-37538aaa2719','22728f0d-7970-4e3c-b394-79e10a05e2d6','bevilja bidraget.',NULL,'d2c3810087a44eaeb89cfc49a54658eb','[]','[]');
CREATE TABLE vote (
	id TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	section_id TEXT NOT NULL, 
	proposition_id TEXT, 
	yes TEXT NOT NULL, 
	no TEXT NOT NULL, 
	closed INTEGER DEFAULT '0' NOT NULL, 
	counts TEXT NOT NULL, 
	blank INTEGER NOT NULL, 
	invalid INTEGER NOT NULL, 
	casting TEXT, 
	lot TEXT, 
	minority INTEGER DEFAULT '0' NOT NULL, 
	CONSTRAINT pk_vote PRIMARY KEY (id), 
	CONSTRAINT ck_vote_counts CHECK (blank >= 0 AND invalid >= 0), 
	CONSTRAINT fk_vote_proposition_id FOREIGN KEY(proposition_id) REFERENCES proposition (id), 
	CONSTRAINT fk_vote_section_id FOREIGN KEY(section_id) REFERENCES section (id)
);
CREATE TABLE waiver (
	id TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	meeting_id TEXT NOT NULL, 
	code TEXT NOT NULL, 
	subject TEXT NOT NULL, 
	reason TEXT NOT NULL, 
	CONSTRAINT pk_waiver PRIMARY KEY (id), 
	CONSTRAINT fk_waiver_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id), 
	CONSTRAINT uq_waiver_meeting_id_code_subject UNIQUE (meeting_id, code, subject)
);
CREATE INDEX ix_body_parent_id ON body (parent_id);
CREATE INDEX ix_conversion_sha256 ON conversion (sha256);
CREATE INDEX ix_body_term_body_id ON body_term (body_id);
CREATE INDEX ix_journal_entry_barrier_sequence ON journal_entry (barrier, sequence);
CREATE INDEX ix_journal_entry_copy_id_person_number ON journal_entry (copy_id, person, number);
CREATE INDEX ix_mandate_body_id ON mandate (body_id);
CREATE INDEX ix_mandate_person_id ON mandate (person_id);
CREATE INDEX ix_meeting_body_id ON meeting (body_id);
CREATE INDEX ix_meeting_day ON meeting (day);
CREATE INDEX ix_agenda_item_matter_id ON agenda_item (matter_id);
CREATE INDEX ix_agenda_item_meeting_id ON agenda_item (meeting_id);
CREATE INDEX ix_approver_meeting_id ON approver (meeting_id);
CREATE INDEX ix_approver_person_id ON approver (person_id);
CREATE INDEX ix_approver_substitute_id ON approver (substitute_id);
CREATE INDEX ix_journal_image_kind_record_id ON journal_image (kind, record_id);
CREATE INDEX ix_paper_meeting_id ON paper (meeting_id);
CREATE INDEX ix_recipient_item_id ON recipient (item_id);
CREATE INDEX ix_section_body_id ON section (body_id);
CREATE INDEX ix_section_item_id ON section (item_id);
CREATE INDEX ix_section_meeting_id ON section (meeting_id);
CREATE INDEX ix_supporting_document_file_id ON supporting_document (file_id);
CREATE INDEX ix_supporting_document_item_id ON supporting_document (item_id);
CREATE INDEX ix_presence_event_meeting_id ON presence_event (meeting_id);
CREATE INDEX ix_presence_event_person_id ON presence_event (person_id);
CREATE INDEX ix_presence_event_section_id ON presence_event (section_id);
CREATE INDEX ix_presence_event_serves_for_id ON presence_event (serves_for_id);
CREATE INDEX ix_text_block_item_id ON text_block (item_id);
CREATE INDEX ix_text_block_parent_id ON text_block (parent_id);
CREATE INDEX ix_text_block_section_id ON text_block (section_id);
CREATE TRIGGER journal_entry_is_not_changed BEFORE UPDATE ON journal_entry BEGIN SELECT RAISE(ABORT, 'journal_entry_is_not_changed'); END;
CREATE TRIGGER journal_entry_is_not_deleted BEFORE DELETE ON journal_entry BEGIN SELECT RAISE(ABORT, 'journal_entry_is_not_deleted'); END;
CREATE TRIGGER journal_image_is_not_changed BEFORE UPDATE ON journal_image BEGIN SELECT RAISE(ABORT, 'journal_image_is_not_changed'); END;
CREATE INDEX ix_mandate_personal_for ON mandate (personal_for);
CREATE INDEX ix_section_initiative_by ON section (initiative_by);
CREATE INDEX ix_notice_meeting_id ON notice (meeting_id);
CREATE INDEX ix_reply_meeting_id ON reply (meeting_id);
CREATE INDEX ix_reply_person_id ON reply (person_id);
CREATE INDEX ix_reply_serves_for_id ON reply (serves_for_id);
CREATE INDEX ix_signature_meeting_id ON signature (meeting_id);
CREATE INDEX ix_signature_person_id ON signature (person_id);
CREATE INDEX ix_waiver_meeting_id ON waiver (meeting_id);
CREATE INDEX ix_adjournment_meeting_id ON adjournment (meeting_id);
CREATE INDEX ix_adjournment_section_id ON adjournment (section_id);
CREATE INDEX ix_assignment_section_id ON assignment (section_id);
CREATE INDEX ix_correction_meeting_id ON correction (meeting_id);
CREATE INDEX ix_correction_section_id ON correction (section_id);
CREATE INDEX ix_draft_note_meeting_id ON draft_note (meeting_id);
CREATE INDEX ix_draft_note_section_id ON draft_note (section_id);
CREATE INDEX ix_draft_note_person_id ON draft_note (person_id);
CREATE INDEX ix_motion_document_id ON motion (document_id);
CREATE INDEX ix_motion_second_hand_of ON motion (second_hand_of);
CREATE INDEX ix_motion_section_id ON motion (section_id);
CREATE INDEX ix_non_participation_person_id ON non_participation (person_id);
CREATE INDEX ix_non_participation_section_id ON non_participation (section_id);
CREATE INDEX ix_proposition_requested_by ON proposition (requested_by);
CREATE INDEX ix_proposition_section_id ON proposition (section_id);
CREATE INDEX ix_remark_section_id ON remark (section_id);
CREATE INDEX ix_reservation_section_id ON reservation (section_id);
CREATE INDEX ix_vote_proposition_id ON vote (proposition_id);
CREATE INDEX ix_vote_section_id ON vote (section_id);
CREATE INDEX ix_ballot_section_id ON ballot (section_id);
CREATE INDEX ix_ballot_person_id ON ballot (person_id);
CREATE INDEX ix_ballot_vote_id ON ballot (vote_id);
CREATE INDEX ix_lost_mark_section_id ON lost_mark (section_id);
CREATE INDEX ix_memorandum_item_id ON memorandum (item_id);
CREATE INDEX ix_dispatch_meeting_id ON dispatch (meeting_id);
CREATE INDEX ix_dispatch_paper_id ON dispatch (paper_id);
CREATE INDEX ix_dispatch_section_id ON dispatch (section_id);
CREATE INDEX ix_signed_file_meeting_id ON signed_file (meeting_id);
CREATE INDEX ix_signed_file_paper_id ON signed_file (paper_id);
CREATE INDEX ix_decision_letter_decision_id ON decision_letter (decision_id);
CREATE INDEX ix_matter_kind ON matter (kind);
CREATE INDEX ix_agenda_item_carried_from ON agenda_item (carried_from);
CREATE INDEX ix_memorandum_document_id ON memorandum (document_id);
CREATE INDEX ix_phrase_body_id ON phrase (body_id);
CREATE INDEX ix_archived_minutes_body_id ON archived_minutes (body_id);
CREATE INDEX ix_archived_minutes_file_id ON archived_minutes (file_id);
CREATE INDEX ix_archived_section_diary_number ON archived_section (diary_number);
CREATE INDEX ix_archived_section_minutes_id ON archived_section (minutes_id);
CREATE INDEX ix_delegation_point_body_id ON delegation_point (body_id);
CREATE INDEX ix_delegate_point_id ON delegate (point_id);
CREATE INDEX ix_delegate_given_by ON delegate (given_by);
CREATE INDEX ix_delegation_import_body_id ON delegation_import (body_id);
CREATE INDEX ix_delegation_import_file_id ON delegation_import (file_id);
CREATE INDEX ix_column_mapping_body_id ON column_mapping (body_id);
CREATE INDEX ix_decision_document_decision_id ON decision_document (decision_id);
CREATE INDEX ix_decision_document_file_id ON decision_document (file_id);
CREATE INDEX ix_delegated_decision_body_id_item_id ON delegated_decision (body_id, item_id);
CREATE INDEX ix_delegated_decision_item_id ON delegated_decision (item_id) WHERE item_id IS NOT NULL;
COMMIT;
