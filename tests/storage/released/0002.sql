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
	presenters TEXT NOT NULL, authority INTEGER DEFAULT '0' NOT NULL, staff_excluded INTEGER DEFAULT '0' NOT NULL, 
	CONSTRAINT pk_agenda_item PRIMARY KEY (id), 
	CONSTRAINT fk_agenda_item_matter_id FOREIGN KEY(matter_id) REFERENCES matter (id), 
	CONSTRAINT fk_agenda_item_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id)
);
INSERT INTO "agenda_item" VALUES('11ade4ed-d937-4504-bd49-de51a7f4fcea',0,'199aa964-6b58-4670-a3df-be78f26fca52',1,'decision','Bidrag till hamnen',NULL,'100d4ba5-5085-4c54-b89e-7d52f5b94ffd','[]',0,0);
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0002');
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
INSERT INTO "ballot" VALUES('1afbf160-f8c7-4853-8a13-38e43af88442',0,'67b49fc3-8abb-42ad-b291-3b4cd7c44419','47332d21-ee78-4a63-8b81-a3afe5ec5f70','9ada8ab5-55c3-491c-8fa5-b4b0def9f8a6','no',1);
INSERT INTO "ballot" VALUES('e0d84fc2-e48d-4e6d-a395-124f9ce2d61f',0,'67b49fc3-8abb-42ad-b291-3b4cd7c44419','47332d21-ee78-4a63-8b81-a3afe5ec5f70','2024588a-39f7-41df-b2a8-d2ac1d639e45','yes',2);
INSERT INTO "ballot" VALUES('38a65217-2147-4159-9ab2-17873c58b2a7',0,'67b49fc3-8abb-42ad-b291-3b4cd7c44419','47332d21-ee78-4a63-8b81-a3afe5ec5f70','d02066e9-006e-4789-8c5a-d2ad5c6537b5','yes',3);
CREATE TABLE binder (
	id TEXT NOT NULL, 
	name TEXT COLLATE swedish NOT NULL, 
	created_at TEXT NOT NULL, 
	copy_id TEXT NOT NULL, 
	CONSTRAINT pk_binder PRIMARY KEY (id), 
	CONSTRAINT fk_binder_copy_id FOREIGN KEY(copy_id) REFERENCES binder_copy (id)
);
INSERT INTO "binder" VALUES('6d72d5e3-2bce-4bcf-833e-c0b3c4547d95','Skärnämnden','2031-03-04T09:00:02.000000+00:00','0373cede-b256-461c-afdd-2392216940a2');
CREATE TABLE binder_copy (
	id TEXT NOT NULL, 
	label TEXT NOT NULL, 
	created_at TEXT NOT NULL, 
	CONSTRAINT pk_binder_copy PRIMARY KEY (id)
);
INSERT INTO "binder_copy" VALUES('0373cede-b256-461c-afdd-2392216940a2','Original','2031-03-04T09:00:02.000000+00:00');
CREATE TABLE body (
	id TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	kind TEXT NOT NULL, 
	parent_id TEXT, 
	CONSTRAINT pk_body PRIMARY KEY (id), 
	CONSTRAINT ck_body_not_its_own_parent CHECK (parent_id <> id), 
	CONSTRAINT fk_body_parent_id FOREIGN KEY(parent_id) REFERENCES body (id)
);
INSERT INTO "body" VALUES('cd0a364c-0363-4ff5-86d4-09e958bbca6f',0,'committee',NULL);
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
INSERT INTO "body_term" VALUES('efc8e660-5dc3-490e-ba83-d3689718d5ce',0,'cd0a364c-0363-4ff5-86d4-09e958bbca6f','2023-01-01','Skärnämnden',3,'nämnden','{"approval_days":14,"approvers":1,"digital_signing":false,"first_section":1,"first_section_year":null,"formal_sections":true,"keeps_balance":false,"letterhead":{"address":[],"logo":null,"organisation":"","website":""},"notice_days":7,"notices":[],"observers_may_speak":false,"opening_section":false,"personal_substitutes":false,"proposal_always_put":true,"proposal_name":"förslaget","remote_allowed":false,"section_order":"proposal_first","service_order":[],"standard_items":[],"storage_place":"","substitutes_may_speak":false,"time_separator":".","vote_style":"table","withdrawn_sections":true}');
CREATE TABLE conversion (
	id TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	sha256 TEXT NOT NULL, 
	state TEXT NOT NULL, 
	converter TEXT NOT NULL, 
	converter_version TEXT NOT NULL, 
	pages INTEGER NOT NULL, 
	pdf_sha TEXT, 
	message TEXT NOT NULL, 
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
INSERT INTO "journal_entry" VALUES(1,'0373cede-b256-461c-afdd-2392216940a2',1,'CreateBody','ny nämnd','Ada','2031-03-04T09:00:04.000000+00:00','[]','do','[]',NULL,0,'[]','["b70cd11984030bd764b1e6b7f2952eb1014ac2424bfe6365b08bb1ab12f4a12d","0f60d3a27123bdc3e22c5095394b4d0664f038a41e19c59fa70037d1337e0d0b","c3084eefe5337ffcc847572a191e00a41773fe335da66cb54ed5b58f614ec47c"]','cb1e813b27b50899125922c25c78a06840d0e127ae72c379f5119cff44bd87b6','b60509ec0f43cb939e12a36c06b569da7c44fa36237b3a291c667929ee7fdfb1');
INSERT INTO "journal_entry" VALUES(2,'0373cede-b256-461c-afdd-2392216940a2',2,'TakeInMembers','läs in förtroendevalda','Ada','2031-03-04T09:00:06.000000+00:00','[]','do','[]',NULL,0,'[]','["127fbc8e54ecf4b00e723d7b0de39674015b7c61ba4ff2483bf2939c587b3a8f","82637a8334a388e8ed452b56ac4d44b2a1a66f0c3fa8fec727e941bdd6adfd9f","8f0a418fd2524cb8543ff2917cba6d2fb5e5a7f136d9597753df4938554ccc72","c561149b718899448ed0f7904aeb66ecf46eec0fb762ca68496e86999d864dca","b8f007ea40d3d4bb54fe5ee2ee3a44fc9981a6f8d5d4b787205197cb1cc405d2","4ca521ac885139bf976499d06ecd3fa3cebfe833072f497f8ea91cac733cd14b","41b07a1ea63bcb8c08c5df71fdc9799b0a1ef3fbcd63ca970f687ddc08411628","2273d147c350f2fb6557bc2932ba8e9515a9fbe17090aab431ac6fddd2263e59","31d5b83d8a17e12ab7d75531333fd62b8594663a1156ef23a7dfc9f5aeea2714"]','b60509ec0f43cb939e12a36c06b569da7c44fa36237b3a291c667929ee7fdfb1','3bbcaef9b611a206a539ffef12f05119acca2f57963d148ee2487443f47a73da');
INSERT INTO "journal_entry" VALUES(3,'0373cede-b256-461c-afdd-2392216940a2',3,'PlanMeeting','nytt sammanträde','Ada','2031-03-04T09:00:08.000000+00:00','["199aa964-6b58-4670-a3df-be78f26fca52"]','do','[]',NULL,0,'[]','["4aa57f48d8fcd167e25866ebfb1eb1eae7bbb5b5c0cd6b150a7e6d6d5901c330","42067f205c44bbf10b4cb629811d2be621dca175a59c53514374b1a125ff3bd9"]','3bbcaef9b611a206a539ffef12f05119acca2f57963d148ee2487443f47a73da','f710f7bd62240dcef6f610e2e94e3b7f084a7973283f562321553d403cdb3dfa');
INSERT INTO "journal_entry" VALUES(4,'0373cede-b256-461c-afdd-2392216940a2',4,'AddItem','nytt ärende','Ada','2031-03-04T09:00:10.000000+00:00','["199aa964-6b58-4670-a3df-be78f26fca52"]','do','[]',NULL,0,'[]','["28d30c14e68be216bf819bff1545f4d6fc7a7f8273b106c403655847b872adfe","458e879666e1535d02fd1a1288effde0a4cece37c7b04b2b8bf3ab732e9ff3df","970a46ab3d095f8cd9e4be9c43accb1507b57a473495d1a3dd727d7c4f62fb23"]','f710f7bd62240dcef6f610e2e94e3b7f084a7973283f562321553d403cdb3dfa','b9d7ab637cd176f611dbd88acd5c9b24eaf5b8a9d7a778010688919a4162475f');
INSERT INTO "journal_entry" VALUES(5,'0373cede-b256-461c-afdd-2392216940a2',5,'WriteText','ändra text','Ada','2031-03-04T09:00:12.000000+00:00','["199aa964-6b58-4670-a3df-be78f26fca52"]','do','[]','text:11ade4ed-d937-4504-bd49-de51a7f4fcea:proposal',0,'[]','["bfeed89688c009883fa6f4e7aeef67f6a84d05b3fd6607a1a301fad5be95836b","4c6215578a778a22288d310bcea014e6862a40a7919bfbb6289fbd4a3a778d02","0d21a2ba5bd47dac646f4fce15221d8a1e78300ca17bca85ad9222a200b7502a"]','b9d7ab637cd176f611dbd88acd5c9b24eaf5b8a9d7a778010688919a4162475f','04435270a63728066791874ae78e71cfb379518729dd22042843d4d0c5d95cbc');
INSERT INTO "journal_entry" VALUES(6,'0373cede-b256-461c-afdd-2392216940a2',6,'OpenMeeting','öppna sammanträdet','Ada','2031-03-04T09:00:14.000000+00:00','["199aa964-6b58-4670-a3df-be78f26fca52"]','do','[]',NULL,0,'[]','["45b33465db9b91d61c91a602ef18ac0a860aa40ce5127b2c6187c6ba7f04d39c","1ec7e8a834472290316dd6a9c40a3f7e2ef8a8873a3727af8a4b2297e0c046a0","bc2b670b9c8df5f8fb6f2460dfa5f5a9f243ea51a29a5c91bada8f4b65fed5fe","1fd349bc4eba8b3a5c31d80032ee6bc5831b729b59d009eaaf6a63e44649a063","97df0b755194023e9a5b9b5d1970461b23b7ce760a4e0f5ca0a2f2dc2724eda2","2e8886ff68bbf5b8914c522aaa78dc391ebdb71af044c185b0fddcb9ff5e66f0"]','04435270a63728066791874ae78e71cfb379518729dd22042843d4d0c5d95cbc','ca533629c79f1c353f106d5d0b04ff07fc81f96e485945e7c41552ff21ed7609');
INSERT INTO "journal_entry" VALUES(7,'0373cede-b256-461c-afdd-2392216940a2',7,'ServeFor','sätt in ersättare','Ada','2031-03-04T09:00:16.000000+00:00','["199aa964-6b58-4670-a3df-be78f26fca52"]','do','[]',NULL,0,'[]','["9163685e9e91dc96b8f4cf0698dcd776805ca9819fbaa486babee7f1be6fb415","06f106f0f0518d47a9d6a5a49e49fa4d6b8a69412cb632ae5d0102c608a4bcfa"]','ca533629c79f1c353f106d5d0b04ff07fc81f96e485945e7c41552ff21ed7609','c645e24d9490ebe9a8d0eb5da921e5096b8632bc632ec166cf3c7c709f2b9529');
INSERT INTO "journal_entry" VALUES(8,'0373cede-b256-461c-afdd-2392216940a2',8,'AddMotion','yrkande','Ada','2031-03-04T09:00:18.000000+00:00','["199aa964-6b58-4670-a3df-be78f26fca52"]','do','[]',NULL,0,'[]','["8497ccf012c220acfec7a481b7e7ab6196f73e6b3b3ffaebaaac2c00a868f825","291045e76fa75649aaaeb9afb45f2d6b39e616d7e6593812cd6b387056ff3143"]','c645e24d9490ebe9a8d0eb5da921e5096b8632bc632ec166cf3c7c709f2b9529','7c04a9494eb468dcb48b844eaaff588d964bf2a657eacd7ee3a0e55b3317d0e7');
INSERT INTO "journal_entry" VALUES(9,'0373cede-b256-461c-afdd-2392216940a2',9,'PutProposition','ställ proposition','Ada','2031-03-04T09:00:20.000000+00:00','["199aa964-6b58-4670-a3df-be78f26fca52"]','do','[]',NULL,0,'[]','["437095f24ec89d70116b29397a91eee9b11d22b355dc17c3b6e4b79ba547ac1f","13c83013028e6031b72ec3bed65bc1ba9e51f34711664144323bcd0a87ba6998"]','7c04a9494eb468dcb48b844eaaff588d964bf2a657eacd7ee3a0e55b3317d0e7','908b48cc283b433a2fb1132a28b89824effd4369da78f2b12ed5f684078b91b5');
INSERT INTO "journal_entry" VALUES(10,'0373cede-b256-461c-afdd-2392216940a2',10,'RequestVote','begär omröstning','Ada','2031-03-04T09:00:22.000000+00:00','["199aa964-6b58-4670-a3df-be78f26fca52"]','do','[]',NULL,0,'[]','["899958770b5b719dafaa94aab7efc4db4ba741c64eccc0205c966f83d296feb1","98d1e3acf418f8894f363f0066b4055e0c0e9e3a78086560bb438f3a7ddce994"]','908b48cc283b433a2fb1132a28b89824effd4369da78f2b12ed5f684078b91b5','7ca3b23029ae4f1cc5e0689124d0ef32bf3f965ac029fb89f768336d711e68d5');
INSERT INTO "journal_entry" VALUES(11,'0373cede-b256-461c-afdd-2392216940a2',11,'OpenVote','börja omröstning','Ada','2031-03-04T09:00:24.000000+00:00','["199aa964-6b58-4670-a3df-be78f26fca52"]','do','[]',NULL,0,'[]','["7c44088dfb75f36e2d9539ea0de3ba48c8a3d62354b347b5d8747cce7a63fd6c","8f3184f66c6fcb621c8b7815f2625cece70a881b9f1f23e59bf7cb3b12fa406d"]','7ca3b23029ae4f1cc5e0689124d0ef32bf3f965ac029fb89f768336d711e68d5','662d70a6671ba7bfab6e575201639c7420944379250f0caa41e2ce3a9f454f59');
INSERT INTO "journal_entry" VALUES(12,'0373cede-b256-461c-afdd-2392216940a2',12,'CastBallot','röst','Ada','2031-03-04T09:00:26.000000+00:00','["199aa964-6b58-4670-a3df-be78f26fca52"]','do','[]',NULL,0,'[]','["a25ec79ef4b4bf54c790840d4f6efeeee4689c356719443bffce7badc53fc46d","275c39b3e2ae0133467d93fcd6bf25055ebb1eee5e358ba04756e5294df6a711"]','662d70a6671ba7bfab6e575201639c7420944379250f0caa41e2ce3a9f454f59','cdeb5e88d610011dc089fdeb04d24432de80dd4de61d027553e6d42928ea7d3e');
INSERT INTO "journal_entry" VALUES(13,'0373cede-b256-461c-afdd-2392216940a2',13,'CastBallot','röst','Ada','2031-03-04T09:00:28.000000+00:00','["199aa964-6b58-4670-a3df-be78f26fca52"]','do','[]',NULL,0,'[]','["8812d3857efd82cc56881f32f74ad270f2aaf9a5d696df6f07ac2b4d5eefda95","b44586a5330f733e7928c0ce9a36d20bf9fe309785995cc6112afe5dadec1588"]','cdeb5e88d610011dc089fdeb04d24432de80dd4de61d027553e6d42928ea7d3e','781373f75ec08880e672661ba36cacebab1060d175a0ccad2e5950f2ed5d28c2');
INSERT INTO "journal_entry" VALUES(14,'0373cede-b256-461c-afdd-2392216940a2',14,'CastBallot','röst','Ada','2031-03-04T09:00:30.000000+00:00','["199aa964-6b58-4670-a3df-be78f26fca52"]','do','[]',NULL,0,'[]','["352eb49b79d487577a656a488d0a783081420b435ea07bc0b6f68fc5c38f4de1","7b7bc4b9aa0b93d42ed66b5186670239fcd8f9cc641727a6a2e9a7d8578a8e46"]','781373f75ec08880e672661ba36cacebab1060d175a0ccad2e5950f2ed5d28c2','59fa81aacb273c1ef84065e293df81c635ac35c2db3b7a2777db8482c8eeb709');
INSERT INTO "journal_entry" VALUES(15,'0373cede-b256-461c-afdd-2392216940a2',15,'Decide','klubba beslut','Ada','2031-03-04T09:00:32.000000+00:00','["199aa964-6b58-4670-a3df-be78f26fca52"]','do','[]',NULL,0,'[]','["7d65018f83c672229da812a568bb9e759e64801a3d820b886507bd5d37512f31","a820f27913bdc08062d36563b48493daad96112a3e3ea10703354770050fcaa1","4622a3e7488eeee402bb16718afafe57c4e87f94b732deaab24bc80f49f0e6eb","f3f83341d36b5fd7dc46b79f4a5e62d5d3391876a416f428a52dfba0791df5dd"]','59fa81aacb273c1ef84065e293df81c635ac35c2db3b7a2777db8482c8eeb709','27ac8950fd457273ac64fac5c12858363a71c3de6a94af3d1c9630c3e5f73765');
INSERT INTO "journal_entry" VALUES(16,'0373cede-b256-461c-afdd-2392216940a2',16,'CloseMeeting','avsluta sammanträdet','Ada','2031-03-04T09:00:34.000000+00:00','["199aa964-6b58-4670-a3df-be78f26fca52"]','do','[]',NULL,1,'[]','["2ec3f08b930cd60e057ecc0d095b233b13a4eda0ab21c6b9f9c5b9fc8794cebd","e48182ead114c941e6a650b944f7db85690404688cb20a404159937f4af737ea","4d01cbd58e09596b34c5a3890323646bad66202b37ec992a9e8b73947d67ed07"]','27ac8950fd457273ac64fac5c12858363a71c3de6a94af3d1c9630c3e5f73765','dc799adaf8e5dce1890ac1fd2cf26f2cf85d0bc9a02ffeeecabfbd49e6f6ffff');
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
INSERT INTO "journal_image" VALUES('0373cede-b256-461c-afdd-2392216940a2',1,0,'arguments','',NULL,'{"customs":{"approval_days":14,"approvers":1,"digital_signing":false,"first_section":1,"first_section_year":null,"formal_sections":true,"keeps_balance":false,"letterhead":{"address":[],"logo":null,"organisation":"","website":""},"notice_days":7,"notices":[],"observers_may_speak":false,"opening_section":false,"personal_substitutes":false,"proposal_always_put":true,"proposal_name":"förslaget","remote_allowed":false,"section_order":"proposal_first","service_order":[],"standard_items":[],"storage_place":"","substitutes_may_speak":false,"time_separator":".","vote_style":"table","withdrawn_sections":true},"kind":"committee","name":"Skärnämnden","parent_id":null,"seats":3,"short_name":"nämnden","valid_from":"2023-01-01"}','8344ee2b540740a0f807376248e6aff7');
INSERT INTO "journal_image" VALUES('0373cede-b256-461c-afdd-2392216940a2',1,1,'body','cd0a364c-0363-4ff5-86d4-09e958bbca6f',NULL,'{"id":"cd0a364c-0363-4ff5-86d4-09e958bbca6f","kind":"committee","parent_id":null,"version":0}','87cb86b92abb4840b40e827cdaaae916');
INSERT INTO "journal_image" VALUES('0373cede-b256-461c-afdd-2392216940a2',1,2,'body_term','efc8e660-5dc3-490e-ba83-d3689718d5ce',NULL,'{"body_id":"cd0a364c-0363-4ff5-86d4-09e958bbca6f","customs":"{\"approval_days\":14,\"approvers\":1,\"digital_signing\":false,\"first_section\":1,\"first_section_year\":null,\"formal_sections\":true,\"keeps_balance\":false,\"letterhead\":{\"address\":[],\"logo\":null,\"organisation\":\"\",\"website\":\"\"},\"notice_days\":7,\"notices\":[],\"observers_may_speak\":false,\"opening_section\":false,\"personal_substitutes\":false,\"proposal_always_put\":true,\"proposal_name\":\"förslaget\",\"remote_allowed\":false,\"section_order\":\"proposal_first\",\"service_order\":[],\"standard_items\":[],\"storage_place\":\"\",\"substitutes_may_speak\":false,\"time_separator\":\".\",\"vote_style\":\"table\",\"withdrawn_sections\":true}","id":"efc8e660-5dc3-490e-ba83-d3689718d5ce","name":"Skärnämnden","seats":3,"short_name":"nämnden","valid_from":"2023-01-01","version":0}','a0f15f7933e0d39835f31e79420f0efc');
INSERT INTO "journal_image" VALUES('0373cede-b256-461c-afdd-2392216940a2',2,0,'arguments','',NULL,'{"body_id":"cd0a364c-0363-4ff5-86d4-09e958bbca6f","replace":false,"rows":[{"email":"","given_name":"Karin","party":"S","personal_for":null,"phone":"","role":"chair","surname":"Ek"},{"email":"","given_name":"Olle","party":"M","personal_for":null,"phone":"","role":"member","surname":"Sand"},{"email":"","given_name":"Åsa","party":"C","personal_for":null,"phone":"","role":"member","surname":"Vik"},{"email":"","given_name":"Bo","party":"C","personal_for":null,"phone":"","role":"substitute","surname":"Gran"}],"valid_from":"2023-01-01"}','d03ad0c17a807a90209ae17c20ccc654');
INSERT INTO "journal_image" VALUES('0373cede-b256-461c-afdd-2392216940a2',2,1,'person','d02066e9-006e-4789-8c5a-d2ad5c6537b5',NULL,'{"email":"","given_name":"Karin","id":"d02066e9-006e-4789-8c5a-d2ad5c6537b5","phone":"","surname":"Ek","version":0}','33325a26400c21f7917f6a481ce0bb41');
INSERT INTO "journal_image" VALUES('0373cede-b256-461c-afdd-2392216940a2',2,2,'mandate','ef37ddf9-c6aa-46a0-9b41-d30fcdab6ae2',NULL,'{"body_id":"cd0a364c-0363-4ff5-86d4-09e958bbca6f","elected_order":1,"id":"ef37ddf9-c6aa-46a0-9b41-d30fcdab6ae2","party":"S","person_id":"d02066e9-006e-4789-8c5a-d2ad5c6537b5","personal_for":null,"role":"chair","seat":null,"valid_from":"2023-01-01","valid_to":null,"version":0}','d95bffb39a2585af73a2530a5484c2fd');
INSERT INTO "journal_image" VALUES('0373cede-b256-461c-afdd-2392216940a2',2,3,'person','9ada8ab5-55c3-491c-8fa5-b4b0def9f8a6',NULL,'{"email":"","given_name":"Olle","id":"9ada8ab5-55c3-491c-8fa5-b4b0def9f8a6","phone":"","surname":"Sand","version":0}','635a7ca83fe622257724da6ba357a9e5');
INSERT INTO "journal_image" VALUES('0373cede-b256-461c-afdd-2392216940a2',2,4,'mandate','6506cc17-b8a8-4337-a413-84d8cdaa66f6',NULL,'{"body_id":"cd0a364c-0363-4ff5-86d4-09e958bbca6f","elected_order":2,"id":"6506cc17-b8a8-4337-a413-84d8cdaa66f6","party":"M","person_id":"9ada8ab5-55c3-491c-8fa5-b4b0def9f8a6","personal_for":null,"role":"member","seat":null,"valid_from":"2023-01-01","valid_to":null,"version":0}','db6b87c883abbd76fcfdc1f2b86b6cb1');
INSERT INTO "journal_image" VALUES('0373cede-b256-461c-afdd-2392216940a2',2,5,'person','7a6434aa-d754-4ec8-9812-6d3bd8b56886',NULL,'{"email":"","given_name":"Åsa","id":"7a6434aa-d754-4ec8-9812-6d3bd8b56886","phone":"","surname":"Vik","version":0}','5d88556f1d306d641f379770ccf1f50c');
INSERT INTO "journal_image" VALUES('0373cede-b256-461c-afdd-2392216940a2',2,6,'mandate','e2b88bee-8f58-445b-be2c-8ea55ee0b0e2',NULL,'{"body_id":"cd0a364c-0363-4ff5-86d4-09e958bbca6f","elected_order":3,"id":"e2b88bee-8f58-445b-be2c-8ea55ee0b0e2","party":"C","person_id":"7a6434aa-d754-4ec8-9812-6d3bd8b56886","personal_for":null,"role":"member","seat":null,"valid_from":"2023-01-01","valid_to":null,"version":0}','37a87ada617e034a7a19b2081e19a7b1');
INSERT INTO "journal_image" VALUES('0373cede-b256-461c-afdd-2392216940a2',2,7,'person','2024588a-39f7-41df-b2a8-d2ac1d639e45',NULL,'{"email":"","given_name":"Bo","id":"2024588a-39f7-41df-b2a8-d2ac1d639e45","phone":"","surname":"Gran","version":0}','47fa5fac9ca55c4e685906813048ecc4');
INSERT INTO "journal_image" VALUES('0373cede-b256-461c-afdd-2392216940a2',2,8,'mandate','62b7e800-d53b-4232-a226-b7c906ae19d5',NULL,'{"body_id":"cd0a364c-0363-4ff5-86d4-09e958bbca6f","elected_order":1,"id":"62b7e800-d53b-4232-a226-b7c906ae19d5","party":"C","person_id":"2024588a-39f7-41df-b2a8-d2ac1d639e45","personal_for":null,"role":"substitute","seat":null,"valid_from":"2023-01-01","valid_to":null,"version":0}','6b755525fdddd98ebfe372285ac1a124');
INSERT INTO "journal_image" VALUES('0373cede-b256-461c-afdd-2392216940a2',3,0,'arguments','',NULL,'{"body_id":"cd0a364c-0363-4ff5-86d4-09e958bbca6f","day":"2031-03-04","ends":null,"place":"Hamnsalen","standard_items":true,"starts":"10:00:00"}','b8edb4f899f88848140460179d2e14e0');
INSERT INTO "journal_image" VALUES('0373cede-b256-461c-afdd-2392216940a2',3,1,'meeting','199aa964-6b58-4670-a3df-be78f26fca52',NULL,'{"approval_date":null,"approval_place":"","body_id":"cd0a364c-0363-4ff5-86d4-09e958bbca6f","called_at":null,"closed_at":null,"day":"2031-03-04","end_day":null,"ends":null,"group_meetings":"[]","id":"199aa964-6b58-4670-a3df-be78f26fca52","notices":"[]","opened_at":null,"others_present":"[]","place":"Hamnsalen","secretary":"Ada","secretary_email":"","secretary_phone":"","secretary_title":"nämndsekreterare","sent_for_signing":null,"starts":"10:00:00","state":"planned","version":0,"withdrawn_because":""}','b1cbbbecfaea30c87963b0cd2747bd7b');
INSERT INTO "journal_image" VALUES('0373cede-b256-461c-afdd-2392216940a2',4,0,'arguments','',NULL,'{"diary_number":"SKN 2031/1","initiative_by":null,"kind":"decision","meeting_id":"199aa964-6b58-4670-a3df-be78f26fca52","number":null,"presenters":[],"purpose":null,"title":"Bidrag till hamnen"}','20b575a903390788c1dfda9dd18a43c4');
INSERT INTO "journal_image" VALUES('0373cede-b256-461c-afdd-2392216940a2',4,1,'matter','100d4ba5-5085-4c54-b89e-7d52f5b94ffd',NULL,'{"diary_number":"SKN 2031/1","external_diary_number":"","id":"100d4ba5-5085-4c54-b89e-7d52f5b94ffd","title":"Bidrag till hamnen","version":0}','daa1fcb4bf25eeb0ea78c3a9ec764ad9');
INSERT INTO "journal_image" VALUES('0373cede-b256-461c-afdd-2392216940a2',4,2,'agenda_item','11ade4ed-d937-4504-bd49-de51a7f4fcea',NULL,'{"authority":0,"id":"11ade4ed-d937-4504-bd49-de51a7f4fcea","kind":"decision","matter_id":"100d4ba5-5085-4c54-b89e-7d52f5b94ffd","meeting_id":"199aa964-6b58-4670-a3df-be78f26fca52","number":1,"presenters":"[]","purpose":null,"staff_excluded":0,"title":"Bidrag till hamnen","version":0}','37860f547608d23fa149b99f7409e02a');
INSERT INTO "journal_image" VALUES('0373cede-b256-461c-afdd-2392216940a2',5,0,'arguments','',NULL,'{"drafts":[{"depth":0,"id":null,"kind":"decider","marks":[],"rows":[],"text":"Skärnämnden beslutar"},{"depth":1,"id":null,"kind":"clause","marks":[],"rows":[],"text":"bevilja bidraget."}],"item_id":"11ade4ed-d937-4504-bd49-de51a7f4fcea","role":"proposal","section_id":null}','78e37419056dc48ddfe6055e7b3f0991');
INSERT INTO "journal_image" VALUES('0373cede-b256-461c-afdd-2392216940a2',5,1,'text_block','d65bba4a-ec6d-4de4-a5c2-e4d419d9ff5a',NULL,'{"edited":"Skärnämnden beslutar","fingerprint":null,"generated":null,"id":"d65bba4a-ec6d-4de4-a5c2-e4d419d9ff5a","item_id":"11ade4ed-d937-4504-bd49-de51a7f4fcea","kind":"decider","marks":"[]","parent_id":null,"position":1,"role":"proposal","rows":"[]","section_id":null,"version":0}','497afab6fc8c518acb92dae9231f5e44');
INSERT INTO "journal_image" VALUES('0373cede-b256-461c-afdd-2392216940a2',5,2,'text_block','2700b284-7842-4207-95dd-b36a96eb7d79',NULL,'{"edited":"bevilja bidraget.","fingerprint":null,"generated":null,"id":"2700b284-7842-4207-95dd-b36a96eb7d79","item_id":"11ade4ed-d937-4504-bd49-de51a7f4fcea","kind":"clause","marks":"[]","parent_id":"d65bba4a-ec6d-4de4-a5c2-e4d419d9ff5a","position":2,"role":"proposal","rows":"[]","section_id":null,"version":0}','65f8667714298f4c2453442f443b37e5');
INSERT INTO "journal_image" VALUES('0373cede-b256-461c-afdd-2392216940a2',6,0,'arguments','',NULL,'{"at":"10:00:00","meeting_id":"199aa964-6b58-4670-a3df-be78f26fca52","present":["d02066e9-006e-4789-8c5a-d2ad5c6537b5","9ada8ab5-55c3-491c-8fa5-b4b0def9f8a6","2024588a-39f7-41df-b2a8-d2ac1d639e45"],"remote":[],"serving":[]}','233e2987e9b5ed1048dc18ffc92f99d7');
INSERT INTO "journal_image" VALUES('0373cede-b256-461c-afdd-2392216940a2',6,1,'meeting','199aa964-6b58-4670-a3df-be78f26fca52','{"approval_date":null,"approval_place":"","body_id":"cd0a364c-0363-4ff5-86d4-09e958bbca6f","called_at":null,"closed_at":null,"day":"2031-03-04","end_day":null,"ends":null,"group_meetings":"[]","id":"199aa964-6b58-4670-a3df-be78f26fca52","notices":"[]","opened_at":null,"others_present":"[]","place":"Hamnsalen","secretary":"Ada","secretary_email":"","secretary_phone":"","secretary_title":"nämndsekreterare","sent_for_signing":null,"starts":"10:00:00","state":"planned","version":0,"withdrawn_because":""}','{"approval_date":null,"approval_place":"","body_id":"cd0a364c-0363-4ff5-86d4-09e958bbca6f","called_at":null,"closed_at":null,"day":"2031-03-04","end_day":null,"ends":null,"group_meetings":"[]","id":"199aa964-6b58-4670-a3df-be78f26fca52","notices":"[]","opened_at":"10:00:00","others_present":"[]","place":"Hamnsalen","secretary":"Ada","secretary_email":"","secretary_phone":"","secretary_title":"nämndsekreterare","sent_for_signing":null,"starts":"10:00:00","state":"open","version":1,"withdrawn_because":""}','c083ee21135aa7209bd3b3c9921a580c');
INSERT INTO "journal_image" VALUES('0373cede-b256-461c-afdd-2392216940a2',6,2,'section','67b49fc3-8abb-42ad-b291-3b4cd7c44419',NULL,'{"appeal":"legality","approved":null,"body_id":"cd0a364c-0363-4ff5-86d4-09e958bbca6f","closed_doors":0,"heading":"","id":"67b49fc3-8abb-42ad-b291-3b4cd7c44419","immediate":0,"initiative_by":null,"item_id":"11ade4ed-d937-4504-bd49-de51a7f4fcea","meeting_id":"199aa964-6b58-4670-a3df-be78f26fca52","number":null,"outcome":null,"position":1,"state":"open","version":0,"year":2031}','8215cdf902d8739ed1ab7ec2c54ba8d5');
INSERT INTO "journal_image" VALUES('0373cede-b256-461c-afdd-2392216940a2',6,3,'presence_event','0417fff8-98f4-4f85-b4f0-a78c20bed370',NULL,'{"anchor":"before","at":null,"id":"0417fff8-98f4-4f85-b4f0-a78c20bed370","kind":"arrives","meeting_id":"199aa964-6b58-4670-a3df-be78f26fca52","person_id":"d02066e9-006e-4789-8c5a-d2ad5c6537b5","position":1,"reason":"","section_id":null,"serves_for_id":null,"version":0}','1210995ee2d467bf7faa709c4e77eccf');
INSERT INTO "journal_image" VALUES('0373cede-b256-461c-afdd-2392216940a2',6,4,'presence_event','463f90c0-0c1d-4774-8aa5-36983c62db69',NULL,'{"anchor":"before","at":null,"id":"463f90c0-0c1d-4774-8aa5-36983c62db69","kind":"arrives","meeting_id":"199aa964-6b58-4670-a3df-be78f26fca52","person_id":"9ada8ab5-55c3-491c-8fa5-b4b0def9f8a6","position":2,"reason":"","section_id":null,"serves_for_id":null,"version":0}','3280c66d1119bb4755c39544c6a19413');
INSERT INTO "journal_image" VALUES('0373cede-b256-461c-afdd-2392216940a2',6,5,'presence_event','2ac79666-acef-44ba-8739-6cd6b6d7d281',NULL,'{"anchor":"before","at":null,"id":"2ac79666-acef-44ba-8739-6cd6b6d7d281","kind":"arrives","meeting_id":"199aa964-6b58-4670-a3df-be78f26fca52","person_id":"2024588a-39f7-41df-b2a8-d2ac1d639e45","position":3,"reason":"","section_id":null,"serves_for_id":null,"version":0}','9d68a46fa6c4fca8c090ad6a185643e1');
INSERT INTO "journal_image" VALUES('0373cede-b256-461c-afdd-2392216940a2',7,0,'arguments','',NULL,'{"anchor":"before","at":null,"meeting_id":"199aa964-6b58-4670-a3df-be78f26fca52","person_id":"2024588a-39f7-41df-b2a8-d2ac1d639e45","reason":"","section_id":null,"serves_for_id":"7a6434aa-d754-4ec8-9812-6d3bd8b56886"}','928b969ba153feb897f340da0a379b60');
INSERT INTO "journal_image" VALUES('0373cede-b256-461c-afdd-2392216940a2',7,1,'presence_event','3565ccda-ed89-45ce-b667-724ba62d746d',NULL,'{"anchor":"before","at":null,"id":"3565ccda-ed89-45ce-b667-724ba62d746d","kind":"serves_for","meeting_id":"199aa964-6b58-4670-a3df-be78f26fca52","person_id":"2024588a-39f7-41df-b2a8-d2ac1d639e45","position":4,"reason":"","section_id":null,"serves_for_id":"7a6434aa-d754-4ec8-9812-6d3bd8b56886","version":0}','014005c680c11bf95850a322f1525635');
INSERT INTO "journal_image" VALUES('0373cede-b256-461c-afdd-2392216940a2',8,0,'arguments','',NULL,'{"authors":[],"clauses":[],"document_id":null,"handed_in":null,"kind":"rejection","movers":["9ada8ab5-55c3-491c-8fa5-b4b0def9f8a6"],"on":[],"second_hand_of":null,"section_id":"67b49fc3-8abb-42ad-b291-3b4cd7c44419","supporters":[]}','800af9e44db81f46099cd594bcdd3594');
INSERT INTO "journal_image" VALUES('0373cede-b256-461c-afdd-2392216940a2',8,1,'motion','3d336757-6140-4b51-805e-85f8eed3d131',NULL,'{"authors":"[]","clauses":"[]","document_id":null,"handed_in":null,"id":"3d336757-6140-4b51-805e-85f8eed3d131","kind":"rejection","movers":"[\"9ada8ab5-55c3-491c-8fa5-b4b0def9f8a6\"]","on":"[]","position":1,"second_hand_of":null,"section_id":"67b49fc3-8abb-42ad-b291-3b4cd7c44419","supporters":"[]","version":0,"withdrawn":0}','f080be8e175b9da1b4035c501ff5ffdc');
INSERT INTO "journal_image" VALUES('0373cede-b256-461c-afdd-2392216940a2',9,0,'arguments','',NULL,'{"carried":"proposal","kind":"matter","options":["proposal","3d336757-6140-4b51-805e-85f8eed3d131"],"section_id":"67b49fc3-8abb-42ad-b291-3b4cd7c44419"}','791ec82f637a57b14c15bebf0e489daa');
INSERT INTO "journal_image" VALUES('0373cede-b256-461c-afdd-2392216940a2',9,1,'proposition','5db002cb-ed7e-4d74-be0e-536eee131534',NULL,'{"after_gavel":0,"carried":"proposal","id":"5db002cb-ed7e-4d74-be0e-536eee131534","kind":"matter","options":"[\"proposal\",\"3d336757-6140-4b51-805e-85f8eed3d131\"]","position":1,"requested_by":null,"section_id":"67b49fc3-8abb-42ad-b291-3b4cd7c44419","version":0,"vote_requested":0}','c3dac40df674f3b4a0ef9b2514fe32b4');
INSERT INTO "journal_image" VALUES('0373cede-b256-461c-afdd-2392216940a2',10,0,'arguments','',NULL,'{"after_gavel":false,"proposition_id":"5db002cb-ed7e-4d74-be0e-536eee131534","requested_by":null}','5468b055e0e8e27d6f27c01478f3fc7b');
INSERT INTO "journal_image" VALUES('0373cede-b256-461c-afdd-2392216940a2',10,1,'proposition','5db002cb-ed7e-4d74-be0e-536eee131534','{"after_gavel":0,"carried":"proposal","id":"5db002cb-ed7e-4d74-be0e-536eee131534","kind":"matter","options":"[\"proposal\",\"3d336757-6140-4b51-805e-85f8eed3d131\"]","position":1,"requested_by":null,"section_id":"67b49fc3-8abb-42ad-b291-3b4cd7c44419","version":0,"vote_requested":0}','{"after_gavel":0,"carried":"proposal","id":"5db002cb-ed7e-4d74-be0e-536eee131534","kind":"matter","options":"[\"proposal\",\"3d336757-6140-4b51-805e-85f8eed3d131\"]","position":1,"requested_by":null,"section_id":"67b49fc3-8abb-42ad-b291-3b4cd7c44419","version":1,"vote_requested":1}','73dd2d363522510a6507d2c6b33aeb5d');
INSERT INTO "journal_image" VALUES('0373cede-b256-461c-afdd-2392216940a2',11,0,'arguments','',NULL,'{"no":"","proposition_id":"5db002cb-ed7e-4d74-be0e-536eee131534","yes":""}','a06ad408be41284f7e4550741582dd36');
INSERT INTO "journal_image" VALUES('0373cede-b256-461c-afdd-2392216940a2',11,1,'vote','47332d21-ee78-4a63-8b81-a3afe5ec5f70',NULL,'{"blank":0,"casting":null,"closed":0,"counts":"[]","id":"47332d21-ee78-4a63-8b81-a3afe5ec5f70","invalid":0,"lot":null,"minority":0,"no":"3d336757-6140-4b51-805e-85f8eed3d131","proposition_id":"5db002cb-ed7e-4d74-be0e-536eee131534","section_id":"67b49fc3-8abb-42ad-b291-3b4cd7c44419","version":0,"yes":"proposal"}','9b6b30dfd53232500a077780e5d3ea92');
INSERT INTO "journal_image" VALUES('0373cede-b256-461c-afdd-2392216940a2',12,0,'arguments','',NULL,'{"choice":"no","person_id":"9ada8ab5-55c3-491c-8fa5-b4b0def9f8a6","vote_id":"47332d21-ee78-4a63-8b81-a3afe5ec5f70"}','e2a9c509b575cafbdeb162b03bc832b5');
INSERT INTO "journal_image" VALUES('0373cede-b256-461c-afdd-2392216940a2',12,1,'ballot','1afbf160-f8c7-4853-8a13-38e43af88442',NULL,'{"choice":"no","id":"1afbf160-f8c7-4853-8a13-38e43af88442","person_id":"9ada8ab5-55c3-491c-8fa5-b4b0def9f8a6","position":1,"section_id":"67b49fc3-8abb-42ad-b291-3b4cd7c44419","version":0,"vote_id":"47332d21-ee78-4a63-8b81-a3afe5ec5f70"}','9c7b1537728010ea082fa59b4e593401');
INSERT INTO "journal_image" VALUES('0373cede-b256-461c-afdd-2392216940a2',13,0,'arguments','',NULL,'{"choice":"yes","person_id":"2024588a-39f7-41df-b2a8-d2ac1d639e45","vote_id":"47332d21-ee78-4a63-8b81-a3afe5ec5f70"}','eef9a957969004a8a91d8fb0e3da466f');
INSERT INTO "journal_image" VALUES('0373cede-b256-461c-afdd-2392216940a2',13,1,'ballot','e0d84fc2-e48d-4e6d-a395-124f9ce2d61f',NULL,'{"choice":"yes","id":"e0d84fc2-e48d-4e6d-a395-124f9ce2d61f","person_id":"2024588a-39f7-41df-b2a8-d2ac1d639e45","position":2,"section_id":"67b49fc3-8abb-42ad-b291-3b4cd7c44419","version":0,"vote_id":"47332d21-ee78-4a63-8b81-a3afe5ec5f70"}','dacea740c9e4bce84eefe170c142a30b');
INSERT INTO "journal_image" VALUES('0373cede-b256-461c-afdd-2392216940a2',14,0,'arguments','',NULL,'{"choice":"yes","person_id":"d02066e9-006e-4789-8c5a-d2ad5c6537b5","vote_id":"47332d21-ee78-4a63-8b81-a3afe5ec5f70"}','cdcd44fb3d2f305a451de3738c568caa');
INSERT INTO "journal_image" VALUES('0373cede-b256-461c-afdd-2392216940a2',14,1,'ballot','38a65217-2147-4159-9ab2-17873c58b2a7',NULL,'{"choice":"yes","id":"38a65217-2147-4159-9ab2-17873c58b2a7","person_id":"d02066e9-006e-4789-8c5a-d2ad5c6537b5","position":3,"section_id":"67b49fc3-8abb-42ad-b291-3b4cd7c44419","version":0,"vote_id":"47332d21-ee78-4a63-8b81-a3afe5ec5f70"}','352af71242e5400d8ce9e5f136816447');
INSERT INTO "journal_image" VALUES('0373cede-b256-461c-afdd-2392216940a2',15,0,'arguments','',NULL,'{"outcome":"approved","section_id":"67b49fc3-8abb-42ad-b291-3b4cd7c44419"}','84a431211ed174c1243213e6a17ffa69');
INSERT INTO "journal_image" VALUES('0373cede-b256-461c-afdd-2392216940a2',15,1,'section','67b49fc3-8abb-42ad-b291-3b4cd7c44419','{"appeal":"legality","approved":null,"body_id":"cd0a364c-0363-4ff5-86d4-09e958bbca6f","closed_doors":0,"heading":"","id":"67b49fc3-8abb-42ad-b291-3b4cd7c44419","immediate":0,"initiative_by":null,"item_id":"11ade4ed-d937-4504-bd49-de51a7f4fcea","meeting_id":"199aa964-6b58-4670-a3df-be78f26fca52","number":null,"outcome":null,"position":1,"state":"open","version":0,"year":2031}','{"appeal":"legality","approved":null,"body_id":"cd0a364c-0363-4ff5-86d4-09e958bbca6f","closed_doors":0,"heading":"","id":"67b49fc3-8abb-42ad-b291-3b4cd7c44419","immediate":0,"initiative_by":null,"item_id":"11ade4ed-d937-4504-bd49-de51a7f4fcea","meeting_id":"199aa964-6b58-4670-a3df-be78f26fca52","number":null,"outcome":"approved","position":1,"state":"decided","version":1,"year":2031}','d622f30c47f32e09d9dee42c994854df');
INSERT INTO "journal_image" VALUES('0373cede-b256-461c-afdd-2392216940a2',15,2,'text_block','7a40a3a5-6af4-4a33-8201-ff88df9d158a',NULL,'{"edited":null,"fingerprint":"d2c3810087a44eaeb89cfc49a54658eb","generated":"Skärnämnden beslutar","id":"7a40a3a5-6af4-4a33-8201-ff88df9d158a","item_id":null,"kind":"decider","marks":"[]","parent_id":null,"position":1,"role":"decision","rows":"[]","section_id":"67b49fc3-8abb-42ad-b291-3b4cd7c44419","version":0}','3dcf2c72187d8dfcf455b06d4b2163ae');
INSERT INTO "journal_image" VALUES('0373cede-b256-461c-afdd-2392216940a2',15,3,'text_block','649b55db-c09d-41ae-8bbe-e7ff6dc8730c',NULL,'{"edited":null,"fingerprint":"d2c3810087a44eaeb89cfc49a54658eb","generated":"bevilja bidraget.","id":"649b55db-c09d-41ae-8bbe-e7ff6dc8730c","item_id":null,"kind":"clause","marks":"[]","parent_id":"7a40a3a5-6af4-4a33-8201-ff88df9d158a","position":2,"role":"decision","rows":"[]","section_id":"67b49fc3-8abb-42ad-b291-3b4cd7c44419","version":0}','2314d8ecd40565108194c45d2031a175');
INSERT INTO "journal_image" VALUES('0373cede-b256-461c-afdd-2392216940a2',16,0,'arguments','',NULL,'{"at":"11:30:00","meeting_id":"199aa964-6b58-4670-a3df-be78f26fca52"}','fccb2e0b354db9888a2b6779f9024583');
INSERT INTO "journal_image" VALUES('0373cede-b256-461c-afdd-2392216940a2',16,1,'section','67b49fc3-8abb-42ad-b291-3b4cd7c44419','{"appeal":"legality","approved":null,"body_id":"cd0a364c-0363-4ff5-86d4-09e958bbca6f","closed_doors":0,"heading":"","id":"67b49fc3-8abb-42ad-b291-3b4cd7c44419","immediate":0,"initiative_by":null,"item_id":"11ade4ed-d937-4504-bd49-de51a7f4fcea","meeting_id":"199aa964-6b58-4670-a3df-be78f26fca52","number":null,"outcome":"approved","position":1,"state":"decided","version":1,"year":2031}','{"appeal":"legality","approved":null,"body_id":"cd0a364c-0363-4ff5-86d4-09e958bbca6f","closed_doors":0,"heading":"","id":"67b49fc3-8abb-42ad-b291-3b4cd7c44419","immediate":0,"initiative_by":null,"item_id":"11ade4ed-d937-4504-bd49-de51a7f4fcea","meeting_id":"199aa964-6b58-4670-a3df-be78f26fca52","number":1,"outcome":"approved","position":1,"state":"decided","version":2,"year":2031}','fa162f56dd27b2f6ffacbb3e9d6066af');
INSERT INTO "journal_image" VALUES('0373cede-b256-461c-afdd-2392216940a2',16,2,'meeting','199aa964-6b58-4670-a3df-be78f26fca52','{"approval_date":null,"approval_place":"","body_id":"cd0a364c-0363-4ff5-86d4-09e958bbca6f","called_at":null,"closed_at":null,"day":"2031-03-04","end_day":null,"ends":null,"group_meetings":"[]","id":"199aa964-6b58-4670-a3df-be78f26fca52","notices":"[]","opened_at":"10:00:00","others_present":"[]","place":"Hamnsalen","secretary":"Ada","secretary_email":"","secretary_phone":"","secretary_title":"nämndsekreterare","sent_for_signing":null,"starts":"10:00:00","state":"open","version":1,"withdrawn_because":""}','{"approval_date":null,"approval_place":"","body_id":"cd0a364c-0363-4ff5-86d4-09e958bbca6f","called_at":null,"closed_at":"11:30:00","day":"2031-03-04","end_day":null,"ends":null,"group_meetings":"[]","id":"199aa964-6b58-4670-a3df-be78f26fca52","notices":"[]","opened_at":"10:00:00","others_present":"[]","place":"Hamnsalen","secretary":"Ada","secretary_email":"","secretary_phone":"","secretary_title":"nämndsekreterare","sent_for_signing":null,"starts":"10:00:00","state":"closed","version":2,"withdrawn_because":""}','acf6ce2a7b73e9d17db4f0103709628c');
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
INSERT INTO "mandate" VALUES('ef37ddf9-c6aa-46a0-9b41-d30fcdab6ae2',0,'d02066e9-006e-4789-8c5a-d2ad5c6537b5','cd0a364c-0363-4ff5-86d4-09e958bbca6f','chair','S','2023-01-01',NULL,NULL,1,NULL);
INSERT INTO "mandate" VALUES('6506cc17-b8a8-4337-a413-84d8cdaa66f6',0,'9ada8ab5-55c3-491c-8fa5-b4b0def9f8a6','cd0a364c-0363-4ff5-86d4-09e958bbca6f','member','M','2023-01-01',NULL,NULL,2,NULL);
INSERT INTO "mandate" VALUES('e2b88bee-8f58-445b-be2c-8ea55ee0b0e2',0,'7a6434aa-d754-4ec8-9812-6d3bd8b56886','cd0a364c-0363-4ff5-86d4-09e958bbca6f','member','C','2023-01-01',NULL,NULL,3,NULL);
INSERT INTO "mandate" VALUES('62b7e800-d53b-4232-a226-b7c906ae19d5',0,'2024588a-39f7-41df-b2a8-d2ac1d639e45','cd0a364c-0363-4ff5-86d4-09e958bbca6f','substitute','C','2023-01-01',NULL,NULL,1,NULL);
CREATE TABLE matter (
	id TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	title TEXT COLLATE swedish NOT NULL, 
	diary_number TEXT COLLATE swedish NOT NULL, 
	external_diary_number TEXT COLLATE swedish NOT NULL, 
	CONSTRAINT pk_matter PRIMARY KEY (id)
);
INSERT INTO "matter" VALUES('100d4ba5-5085-4c54-b89e-7d52f5b94ffd',0,'Bidrag till hamnen','SKN 2031/1','');
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
INSERT INTO "meeting" VALUES('199aa964-6b58-4670-a3df-be78f26fca52',2,'cd0a364c-0363-4ff5-86d4-09e958bbca6f','2031-03-04',NULL,'10:00:00',NULL,'Hamnsalen','closed','Ada','nämndsekreterare','','','[]','[]','[]',NULL,'10:00:00','11:30:00','',NULL,NULL,'');
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
INSERT INTO "motion" VALUES('3d336757-6140-4b51-805e-85f8eed3d131',0,'67b49fc3-8abb-42ad-b291-3b4cd7c44419',1,'rejection','["9ada8ab5-55c3-491c-8fa5-b4b0def9f8a6"]','[]','[]','[]','[]',NULL,NULL,NULL,0);
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
	tree_sha TEXT, 
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
INSERT INTO "person" VALUES('d02066e9-006e-4789-8c5a-d2ad5c6537b5',0,'Karin','Ek','','');
INSERT INTO "person" VALUES('9ada8ab5-55c3-491c-8fa5-b4b0def9f8a6',0,'Olle','Sand','','');
INSERT INTO "person" VALUES('7a6434aa-d754-4ec8-9812-6d3bd8b56886',0,'Åsa','Vik','','');
INSERT INTO "person" VALUES('2024588a-39f7-41df-b2a8-d2ac1d639e45',0,'Bo','Gran','','');
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
INSERT INTO "presence_event" VALUES('0417fff8-98f4-4f85-b4f0-a78c20bed370',0,'199aa964-6b58-4670-a3df-be78f26fca52','d02066e9-006e-4789-8c5a-d2ad5c6537b5','arrives',1,NULL,'before',NULL,NULL,'');
INSERT INTO "presence_event" VALUES('463f90c0-0c1d-4774-8aa5-36983c62db69',0,'199aa964-6b58-4670-a3df-be78f26fca52','9ada8ab5-55c3-491c-8fa5-b4b0def9f8a6','arrives',2,NULL,'before',NULL,NULL,'');
INSERT INTO "presence_event" VALUES('2ac79666-acef-44ba-8739-6cd6b6d7d281',0,'199aa964-6b58-4670-a3df-be78f26fca52','2024588a-39f7-41df-b2a8-d2ac1d639e45','arrives',3,NULL,'before',NULL,NULL,'');
INSERT INTO "presence_event" VALUES('3565ccda-ed89-45ce-b667-724ba62d746d',0,'199aa964-6b58-4670-a3df-be78f26fca52','2024588a-39f7-41df-b2a8-d2ac1d639e45','serves_for',4,'7a6434aa-d754-4ec8-9812-6d3bd8b56886','before',NULL,NULL,'');
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
INSERT INTO "proposition" VALUES('5db002cb-ed7e-4d74-be0e-536eee131534',1,'67b49fc3-8abb-42ad-b291-3b4cd7c44419',1,'matter','["proposal","3d336757-6140-4b51-805e-85f8eed3d131"]','proposal',1,NULL,0);
CREATE TABLE recipient (
	id TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	item_id TEXT NOT NULL, 
	position INTEGER NOT NULL, 
	name TEXT COLLATE swedish NOT NULL, 
	manner TEXT NOT NULL, 
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
	outcome TEXT, initiative_by TEXT CONSTRAINT fk_section_initiative_by REFERENCES person (id), closed_doors INTEGER DEFAULT '0' NOT NULL, immediate INTEGER DEFAULT '0' NOT NULL, approved TEXT, appeal TEXT DEFAULT 'legality' NOT NULL, 
	CONSTRAINT pk_section PRIMARY KEY (id), 
	CONSTRAINT ck_section_number_is_positive CHECK (number > 0), 
	CONSTRAINT fk_section_body_id FOREIGN KEY(body_id) REFERENCES body (id), 
	CONSTRAINT fk_section_item_id FOREIGN KEY(item_id) REFERENCES agenda_item (id), 
	CONSTRAINT fk_section_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id), 
	CONSTRAINT uq_section_body_id_year_number UNIQUE (body_id, year, number)
);
INSERT INTO "section" VALUES('67b49fc3-8abb-42ad-b291-3b4cd7c44419',2,'199aa964-6b58-4670-a3df-be78f26fca52','cd0a364c-0363-4ff5-86d4-09e958bbca6f',2031,1,'','11ade4ed-d937-4504-bd49-de51a7f4fcea',1,'decided','approved',NULL,0,0,NULL,'legality');
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
	secrecy_ground TEXT, 
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
INSERT INTO "text_block" VALUES('d65bba4a-ec6d-4de4-a5c2-e4d419d9ff5a',0,'proposal','decider',1,'11ade4ed-d937-4504-bd49-de51a7f4fcea',NULL,NULL,NULL,'Skärnämnden beslutar',NULL,'[]','[]');
INSERT INTO "text_block" VALUES('2700b284-7842-4207-95dd-b36a96eb7d79',0,'proposal','clause',2,'11ade4ed-d937-4504-bd49-de51a7f4fcea',NULL,'d65bba4a-ec6d-4de4-a5c2-e4d419d9ff5a',NULL,'bevilja bidraget.',NULL,'[]','[]');
INSERT INTO "text_block" VALUES('7a40a3a5-6af4-4a33-8201-ff88df9d158a',0,'decision','decider',1,NULL,'67b49fc3-8abb-42ad-b291-3b4cd7c44419',NULL,'Skärnämnden beslutar',NULL,'d2c3810087a44eaeb89cfc49a54658eb','[]','[]');
INSERT INTO "text_block" VALUES('649b55db-c09d-41ae-8bbe-e7ff6dc8730c',0,'decision','clause',2,NULL,'67b49fc3-8abb-42ad-b291-3b4cd7c44419','7a40a3a5-6af4-4a33-8201-ff88df9d158a','bevilja bidraget.',NULL,'d2c3810087a44eaeb89cfc49a54658eb','[]','[]');
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
INSERT INTO "vote" VALUES('47332d21-ee78-4a63-8b81-a3afe5ec5f70',0,'67b49fc3-8abb-42ad-b291-3b4cd7c44419','5db002cb-ed7e-4d74-be0e-536eee131534','proposal','3d336757-6140-4b51-805e-85f8eed3d131',0,'[]',0,0,NULL,NULL,0);
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
COMMIT;
