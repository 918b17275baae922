package nl.buurtbundel.access;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.annotation.Resource;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.TransactionManager;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.buurtbundel.PackagedWar;
import nl.buurtbundel.Sql;
import nl.buurtbundel.access.RecordingAccess.Question;
import nl.buurtbundel.access.RecordingAccess.Reach;
import nl.buurtbundel.budget.GoingOn;
import nl.buurtbundel.decision.DecisionRoad;
import nl.buurtbundel.foundation.NotFound;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.neighbourhood.MunicipalityCode;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Every public method of every service, called by every role: in the neighbourhood of what is asked for, in another one of
 * the same municipality, in another municipality, and by nobody at all. Who is refused gets “not found” and has changed
 * nothing; who is let in was let in by a yes to the operation of the table. The table is written by hand beside the policy:
 * a new method without a row fails, and so does a question that is dropped or asked more widely.
 */
@ExtendWith(ArquillianExtension.class)
@Order(1)
class AccessMatrixIT {
    private static final NeighbourhoodCode OTHER = new NeighbourhoodCode("BU99060102");
    private static final MunicipalityCode ELSEWHERE = new MunicipalityCode("GM9911");
    private static final NeighbourhoodCode FAR = new NeighbourhoodCode("BU99110101");
    private static final UserId SOMEBODY_ELSE = new UserId(902);

    /**
     * Method, operation, reach, roles. The operation: joined by + where both are asked, by | where one is enough.
     *
     * <p>The reach: {@code here} asks for the neighbourhood, {@code whole} for the municipality, {@code anywhere} only for
     * the role, and what is given is narrowed to what is the user’s. With {@code mine} behind it only its owner gets it, with
     * {@code team} only who works for the neighbourhood; {@code municipal} is {@code anywhere} for what belongs to one
     * municipality.
     *
     * <p>The roles are the letters of {@link AccessMatrixTest}: a capital in the whole municipality, a small letter in its
     * own neighbourhoods. {@code open} asks nothing: public data, scheduled work, and what stays inside a transaction of a
     * service that has asked; each says why in its {@code @WithoutAccessCheck}.
     */
    private static final String TABLE = """
            # access
            AuditChain.seal()                                                open
            AuditSealer.sealNow()                                            open
            AuditChain.findLast()                                            SEE_AUDIT          anywhere  CX
            AuditChain.anchorAnew()                                          SEE_AUDIT          anywhere  CX
            NightlyRound.through(Collection,String,Consumer)                 open
            AuditChain.listSealed(String,Collection)                         open
            AuditChain.listDeeds(int,int)                                    SEE_AUDIT          anywhere  CX
            AuditChain.listMadeAnew()                                        SEE_AUDIT          anywhere  CX
            AuditChain.verify()                                              SEE_AUDIT          anywhere  CX
            AuditLog.inPowerOf(Capacity,Supplier)                            open
            AuditLog.inPowerOf(Capacity,Runnable)                            open
            AuditLog.record(String,String,String,String)                     open
            AuditLog.recordUnnamed(MunicipalityCode,String,String,String,String) open
            Deputies.list()                                                  EDIT_MANDATES      anywhere  DX
            Deputies.listStaff()                                             EDIT_MANDATES      anywhere  DX
            Deputies.appoint(UserId,UserId,Role,Period)                      EDIT_MANDATES      anywhere  DX
            Deputies.end(DeputyId,int,LocalDate)                             EDIT_MANDATES      municipal DX
            Deputies.withdraw(DeputyId,int)                                  EDIT_MANDATES      municipal DX
            AuditLog.record(String,String,long)                              open
            NightlyAudit.verify()                                            open
            StaffDeeds.list(MunicipalityCode,Instant,Instant)                open
            StaffDeeds.findFirst(MunicipalityCode)                           open
            ProcessingLog.looked(String,Collection)                          open
            ProcessingLog.looked(String,Collection,Capacity)                 open
            ProcessingLog.list(Collection,Instant,Instant)                   open
            ProcessingLog.findLastBefore(Collection,Instant)                 open
            Users.findByLoginName(String)                                    open
            Users.find(UserId)                                               open
            Users.findActive(UserId)                                         open
            Users.listDemoUsers()                                            open
            Users.create(NewUser)                                            open
            Users.createAll(List)                                            open
            # neighbourhood
            Neighbourhoods.listMunicipalities()                              open
            Neighbourhoods.list(MunicipalityCode)                            open
            Neighbourhoods.mapNames(MunicipalityCode)                        open
            Neighbourhoods.read(NeighbourhoodCode)                           open
            Neighbourhoods.find(NeighbourhoodCode)                           open
            Neighbourhoods.listShapes(MunicipalityCode)                      open
            Neighbourhoods.takeKeyFigures(List)                              open
            Neighbourhoods.takeShapes(List)                                  open
            Neighbourhoods.takeAddresses(List)                               open
            Neighbourhoods.findByAddress(String,int)                         open
            Neighbourhoods.mapAddresses(List)                                open
            Neighbourhoods.listAddresses(NeighbourhoodCode)                  open
            # ledger
            GeneralLedger.listYears(MunicipalityCode)                        SEE_LEDGER         whole     CBX
            GeneralLedger.listKinds(MunicipalityCode,FiscalYear)             SEE_LEDGER         whole     CBX
            GeneralLedger.listAccounts(MunicipalityCode,FiscalYear,AccountKind,int,int) SEE_LEDGER whole CBX
            GeneralLedger.listAccounts(MunicipalityCode,String)              SEE_LEDGER         whole     CBX
            GeneralLedger.listHeld(AccountId,int,int)                        SEE_LEDGER         whole     CBX
            GeneralLedger.readAccount(AccountId)                             SEE_LEDGER         whole     CBX
            GeneralLedger.readBalanceOn(AccountId,LocalDate)                 SEE_LEDGER         whole     CBX
            GeneralLedger.listPostings(AccountId,long,int)                   SEE_LEDGER         whole     CBX
            GeneralLedger.traceBack(AccountId,int,int)                       SEE_LEDGER         whole     CBX
            GeneralLedger.trace(TransferId)                                  SEE_LEDGER         whole     CBX
            GeneralLedger.listForMunicipalLedger(MunicipalityCode,YearMonth) SEE_LEDGER         whole     CBX
            MunicipalEntries.list(MunicipalityCode,YearMonth)                SEE_LEDGER         whole     CBX
            GeneralLedger.fingerprint(MunicipalityCode,FiscalYear)           SEE_LEDGER         whole     CBX
            Positions.read(MunicipalityCode,FiscalYear)                      SEE_LEDGER         whole     CBX
            Positions.listPlanAgainstActual(MunicipalityCode,FiscalYear)     SEE_LEDGER         whole     CBX
            Reconciliations.read(MunicipalityCode,byte[])                    RECONCILE          whole     C
            Reconciliations.list(MunicipalityCode,FiscalYear,int)            SEE_LEDGER         whole     CBX
            YearEnds.read(MunicipalityCode,FiscalYear)                       SEE_LEDGER         whole     CBX
            YearEnds.carryOver(String,FiscalYear,String)                     SETTLE_YEAR        anywhere  B
            YearEnds.giveBack(String,FiscalYear)                             SETTLE_YEAR        anywhere  B
            YearEnds.listLate(MunicipalityCode,FiscalYear)                   SEE_LEDGER         whole     CBX
            YearEnds.carryOverLate(FiscalYear,String,String)                 SETTLE_YEAR        anywhere  B
            YearEnds.close(MunicipalityCode,FiscalYear)                      CLOSE_YEAR         whole     C
            Ledger.transfer(NewTransfer)                                     open
            Ledger.findReserved(MunicipalityCode,String,String)              open
            Ledger.open(MunicipalityCode)                                    open
            Ledger.reserve(NewReservation)                                   open
            Ledger.post(String,ReservationId)                                open
            Ledger.voidReservation(String,ReservationId)                     open
            Ledger.voidExpired(MunicipalityCode)                             FREE_EXPIRED_RESERVATIONS whole     X
            Ledger.comeBack(String,ReservationId,String)                     open
            Ledger.counter(String,TransferId,String)                         POST_CORRECTION    whole     B
            Ledger.findAccount(AccountKey)                                   open
            Ledger.listAccounts(MunicipalityCode,FiscalYear,AccountKind)     open
            Ledger.listAccounts(MunicipalityCode,String)                     open
            Ledger.listTransfers(MunicipalityCode,Set,LocalDate,LocalDate)   open
            Ledger.listReservations(MunicipalityCode,String)                 open
            Ledger.listReservations(AccountId)                               open
            Ledger.listTransfers(MunicipalityCode,String)                    open
            Ledger.listTransfers(MunicipalityCode,FiscalYear,Reason)         open
            Ledger.listTransfers(MunicipalityCode,Reason,Collection)         open
            Ledger.listTransfers(MunicipalityCode,Reason,Money)              open
            Ledger.sumStanding(MunicipalityCode,Reason)                      open
            Ledger.listCountered(MunicipalityCode,Reason)                    open
            Ledger.sumByReference(AccountId,NeighbourhoodCode)               open
            Ledger.postPart(String,ReservationId,Money)                      open
            Ledger.close(MunicipalityCode,FiscalYear)                        open
            Ledger.isOpen(MunicipalityCode,FiscalYear)                       open
            Ledger.listHeld(MunicipalityCode,FiscalYear)                     open
            Ledger.traceBack(AccountId)                                      open
            Ledger.traceUnused(AccountId)                                    open
            Ledger.traceBack(Collection)                                     open
            NightlyProof.proveAll()                                          open
            Proofs.prove(MunicipalityCode)                                   SEE_LEDGER         whole     CBX
            Proofs.findLast(MunicipalityCode)                                SEE_LEDGER         whole     CBX
            Proofs.listMunicipalities()                                      open
            TaskFields.list(FiscalYear)                                      open
            TaskFields.find(String,FiscalYear)                               open
            TaskFields.findLatest(String)                                    open
            # provision
            Households.find(PersonId)                                        open
            Households.listInhabited(Collection)                             open
            Households.listMembers(HouseholdId)                              open
            Households.listHouseholds(Collection)                            open
            Households.mapHouseholds(Collection)                             open
            Households.mapWithMinors(Collection,LocalDate)                   open
            Households.countAdults(HouseholdId,LocalDate)                    open
            Households.listRepresented(PersonId,LocalDate)                   open
            Households.listDecidedForByParents(Collection,LocalDate)         open
            NeedMappings.list()                                              EDIT_CODE_LISTS    anywhere  DX
            NeedMappings.map(Law,String,String,Need,Period)                  EDIT_CODE_LISTS    anywhere  DX
            NeedMappings.end(NeedMappingId,int,LocalDate)                    EDIT_CODE_LISTS    municipal DX
            NightlyPrices.followAll()                                        open
            People.find(Bsn)                                                 BIND_ACCOUNTS      anywhere  X
            Provisions.take(List)                                            IMPORT             anywhere  OX
            Provisions.findMisdirected(List)                                 IMPORT             anywhere  OX
            Provisions.listCostedProvisions(NeighbourhoodCode,LocalDate)     SEE_OPPORTUNITIES  here      tmAX
            Provisions.listCostedProvisions(MunicipalityCode,LocalDate)      SEE_OPPORTUNITIES  whole     AX
            Provisions.listForStatistics(MunicipalityCode,LocalDate)         MAKE_STATISTICS    whole     X
            Provisions.listGoingOn(NeighbourhoodCode,LocalDate)              SEE_OPPORTUNITIES  here      tmAX
            Provisions.findGoingOn(ProvisionId,LocalDate)                    SEE_OPPORTUNITIES  here      tmAX
            Provisions.consentsFor(Collection,LocalDate)                     open
            Provisions.mapLastGiven(Collection)                              RELEASE            anywhere  tX
            Provisions.listForRelease(Collection)                            SEE_RELEASE        anywhere  tmABCX
            Provisions.listToChange(Collection)                              SEE_RELEASE        anywhere  tmABCX
            Provisions.mapForms(Collection)                                  open
            Provisions.listOwn()                                             SEE_OWN_FILE       anywhere  r
            HomeMarks.of(String,MunicipalityCode,FiscalYear,PostalAddress)   open
            TakingPart.list(Law,String)                                      MARK_DOES_NOT_TAKE_PART anywhere  t
            TakingPart.mark(AllocationNumber,boolean,int)                    MARK_DOES_NOT_TAKE_PART here      t
            Representations.record(AllocationNumber,RepresentationGround,LocalDate) RECORD_REPRESENTATION here t
            Representations.list(AllocationNumber)                           RECORD_REPRESENTATION here       t
            Representations.end(AllocationNumber,RepresentationId)           RECORD_REPRESENTATION here       t
            Representations.open(String)                                     OPEN_SHARED_FILE   anywhere  r
            Representations.listOfMe()                                       SEE_OWN_FILE       anywhere  r
            Representations.listMine()                                       SEE_OWN_FILE       anywhere  r
            Representations.stop(RepresentationId)                           SEE_OWN_FILE       anywhere,mine r
            Representations.mapMine()                                        SEE_OWN_FILE       anywhere  r
            Repairs.list(int,int)                                            REPAIR             anywhere  tO
            Repairs.countSince(Instant)                                      SEE_IMPORTS        anywhere  OX
            Repairs.countMine()                                              REPAIR             anywhere  tO
            Repairs.place(AllocationNumber,NeighbourhoodCode,int)            REPAIR             here      tO
            Repairs.setTariff(AllocationNumber,Price,int)                    REPAIR             here      tO
            Repairs.setAnnualCost(AllocationNumber,Money,int)                REPAIR             here      tO
            # intake
            Intake.importFiles(Path)                                         IMPORT             anywhere  OX
            Intake.start(Upload)                                             IMPORT             anywhere  OX
            Intake.readSummary(ImportId)                                     SEE_IMPORTS        municipal OX
            Intake.readReport(ImportId)                                      SEE_IMPORTS        municipal OX
            Intake.list()                                                    SEE_IMPORTS        anywhere  OX
            Intake.cancel(ImportId)                                          IMPORT             municipal OX
            Intake.isImporting(MunicipalityCode)                             open
            ImportRunner.run(ImportId,User,Upload)                           open
            # opportunity
            MonthlyPublication.publishAll()                                  open
            Opportunities.rule()                                             SEE_OPPORTUNITIES  anywhere  tmAX
            Opportunities.usage()                                            SEE_OPPORTUNITIES  anywhere  tmAX
            Opportunities.list(NeighbourhoodCode)                            SEE_OPPORTUNITIES  here      tmAX
            Opportunities.listForPlanning(NeighbourhoodCode)                 SEE_OPPORTUNITIES  here      tmAX
            Opportunities.listBehindPublished(NeighbourhoodCode)             SEE_OPPORTUNITIES  here      tmAX
            Opportunities.listPublished(NeighbourhoodCode)                   EDIT_CATALOGUE     anywhere  DX
            MoneySpreads.rule()                                              SEE_MONEY_SPREAD   anywhere  TMABCSX
            MoneySpreads.find()                                              SEE_MONEY_SPREAD   anywhere  TMABCSX
            Opportunities.overview()                                         SEE_OPPORTUNITIES  anywhere  tmAX
            TakenNeeds.take(HouseholdId,Need,String)                         open
            TakenNeeds.listTakenElsewhere(Collection,Need,String)            open
            TakenNeeds.giveBack(HouseholdId,Need,String)                     open
            TakenNeeds.giveBackAll(String)                                   open
            # catalogue
            Catalogue.list()                                                 SEE_CATALOGUE      anywhere  TMABCSDX
            Catalogue.read(String)                                           SEE_CATALOGUE      anywhere  TMABCSDX
            Catalogue.listVersions(String)                                   SEE_CATALOGUE      anywhere  TMABCSDX
            Catalogue.add(CollectiveAlternative)                             EDIT_CATALOGUE     anywhere  DX
            Catalogue.change(CollectiveAlternative,int)                      EDIT_CATALOGUE     anywhere  DX
            Catalogue.loadStandard()                                         EDIT_CATALOGUE     anywhere  DX
            # suggestion
            Suggestions.list(NeighbourhoodCode)                              SEE_SUGGESTIONS+SEE_OPPORTUNITIES here      tmA
            Suggestions.propose(NeighbourhoodCode,String,String)             SEE_SUGGESTIONS    here,team tmAB
            Suggestions.read(SuggestionId)                                   SEE_SUGGESTIONS    here,team tmAB
            Suggestions.readIdea(SuggestionId)                               SEE_IDEAS          here      rtmABC
            Suggestions.listIdeas(NeighbourhoodCode)                         SEE_IDEAS          here      rtmABC
            Suggestions.readBeganWith(SuggestionId)                          SEE_DECISIONS      here      tmABC
            Suggestions.readGround(SuggestionId)                             SEE_DECISIONS      here      tmABC
            Suggestions.findLikelyRelease(SuggestionId)                      SEE_DECISIONS      here      tmABC
            Suggestions.listWays(SuggestionId)                               SEE_SUGGESTIONS    here,team tmAB
            Suggestions.findPublicCost(SuggestionId)                         open
            Suggestions.preview(CollectiveAlternative)                       EDIT_CATALOGUE     anywhere  DX
            Invitations.invite(SuggestionId,Invitation)                      INVITE             here      t
            Invitations.find(SuggestionId)                                   INVITE             here      t
            Invitations.cancel(LettersId)                                    INVITE             here      t
            Invitations.download(LettersId)                                  INVITE             here      t
            Invitations.arrived(LettersId)                                   INVITE             here      t
            InvitationWriter.write(LettersId,User,Invitation,NeighbourhoodCode,Text) open
            LettersCare.expire()                                             open
            # initiative
            Drafts.find()                                                    START_INITIATIVE   anywhere  r
            Drafts.save(Draft)                                               START_INITIATIVE   anywhere  r
            Drafts.discard()                                                 START_INITIATIVE   anywhere  r
            Initiatives.propose(NeighbourhoodCode,Plan,SuggestionId)         START_INITIATIVE   here      r
            Initiatives.open(InitiativeId,int,LocalDate)                     CHANGE_INITIATIVE  here,mine r
            Initiatives.changePlan(InitiativeId,int,Plan)                    CHANGE_INITIATIVE  here,mine r
            Initiatives.submit(InitiativeId,int)                             CHANGE_INITIATIVE  here,mine r
            Initiatives.answer(InitiativeId,int,String)                      CHANGE_INITIATIVE  here,mine r
            Initiatives.withdraw(InitiativeId,int)                           CHANGE_INITIATIVE  here,mine r
            Initiatives.askToEnd(InitiativeId,int)                           CHANGE_INITIATIVE  here,mine r
            Initiatives.solveWithoutUs(InitiativeId,int)                     ASSESS|CHANGE_INITIATIVE here      rt
            Initiatives.takeIntoAssessment(InitiativeId,int)                 ASSESS             here      t
            Initiatives.assignToMe(InitiativeId,int)                         ASSESS             here      t
            Initiatives.returnWithQuestions(InitiativeId,int,String)         ASSESS             here      t
            Initiatives.advise(InitiativeId,int)                             ASSESS             here      t
            Initiatives.start(InitiativeId)                                  RELEASE            here      tX
            Initiatives.endTrial(InitiativeId,int)                           RELEASE            here      tX
            Initiatives.stop(InitiativeId,int,StopReason)                    RELEASE            here      tX
            Initiatives.accountFor(InitiativeId,int)                         PAY|CHANGE_INITIATIVE here      rB
            Initiatives.grant(InitiativeId,long,Money)                       PROPOSE_DECISION|DECIDE|SIGN_SECOND here      tmAB
            Initiatives.grantPartly(InitiativeId,long,Money)                 PROPOSE_DECISION|DECIDE|SIGN_SECOND here      tmAB
            Initiatives.refuse(InitiativeId,long,String)                     PROPOSE_DECISION|DECIDE|SIGN_SECOND here      tmAB
            Initiatives.list(NeighbourhoodCode)                              SEE_INITIATIVES    here      rtmABCX
            Initiatives.listByStage(Set)                                     SEE_INITIATIVES    anywhere  rtmABCX
            Initiatives.listAskedToEnd()                                     ASSESS             anywhere  t
            Initiatives.pause(InitiativeId,LocalDate)                        open
            Initiatives.listMine()                                           CHANGE_INITIATIVE  anywhere  r
            Initiatives.read(InitiativeId)                                   SEE_INITIATIVES    here      rtmABCX
            Initiatives.hold(InitiativeId)                                   open
            Initiatives.readDossier(InitiativeId)                            SEE_DOSSIERS       here      tmABCX
            Initiatives.listInBrief(Collection)                              SEE_DOSSIERS       anywhere  tmABCX
            Initiatives.listStories(Collection)                              SEE_INITIATIVES    anywhere  rtmABCX
            Initiatives.listCourses(Collection)                              SEE_INITIATIVES    anywhere  rtmABCX
            Initiatives.readStanding(InitiativeId)                           SEE_INITIATIVES    here      rtmABCX
            Initiatives.countTookPart(InitiativeId)                          RELEASE            whole     X
            Initiatives.listPledgedPersons(InitiativeId)                     RELEASE            here      tX
            Initiatives.readYes(PledgeId)                                    RELEASE            here      tX
            Initiatives.mapYeses(Collection)                                 RELEASE            anywhere  tX
            Initiatives.listPublic(MunicipalityCode,int)                     open
            Initiatives.readPublic(InitiativeId)                             open
            Initiatives.listDeviations(MunicipalityCode)                     SEE_AUDIT          whole     CX
            NightlyCare.careForAll()                                         open
            PlanJobs.add(InitiativeId,NewJob)                                KEEP_JOBS          here      rt
            PlanJobs.withdraw(JobId,int)                                     KEEP_JOBS          here      rt
            PlanJobs.list(InitiativeId)                                      SEE_INITIATIVES    here      rtmABCX
            OwnPlans.handOver(InitiativeId,String)                           CHANGE_INITIATIVE  here,mine r
            OwnPlans.takeBack(OutcomeId,int)                                 CHANGE_INITIATIVE  here,mine r
            OwnPlans.promise(OutcomeId,int,String,LocalDate)                 ASSESS             here      t
            OwnPlans.list(InitiativeId)                                      ASSESS|CHANGE_INITIATIVE here      rt
            PrivateRooms.read(RoomKey)                                       open
            PrivateRooms.write(RoomKey,LockedText)                           open
            PrivateRooms.remove(RoomKey)                                     open
            PrivateRooms.keptDays()                                          open
            PrivateRooms.removeForgotten()                                   open
            Offers.offer(InitiativeId,NewOffer)                              OFFER              here      r
            Offers.withdraw(OfferId,int)                                     OFFER              anywhere,mine r
            Offers.list(InitiativeId)                                        SEE_INITIATIVES    here      rtmABCX
            Offers.listMine()                                                OFFER              anywhere  r
            Pledges.join(InitiativeId,int,int)                               PLEDGE             here      r
            Pledges.joinWithCode(String)                                     PLEDGE             anywhere  r
            Pledges.renewCode(PledgeId,int)                                  PLEDGE             anywhere,mine r
            Pledges.confirm(PledgeId,int,int)                                PLEDGE             here,mine r
            Pledges.chooseAfterTrial(PledgeId,int)                           PLEDGE             here,mine r
            Pledges.leave(PledgeId,int)                                      PLEDGE             here,mine r
            Pledges.findMine(InitiativeId)                                   PLEDGE             here      r
            Pledges.listMine()                                               PLEDGE             anywhere  r
            Pledges.listYeses(InitiativeId)                                  PLEDGE             here      r
            WhatHelps.say(PledgeId,Way)                                      PLEDGE             anywhere,mine r
            WhatHelps.read(InitiativeId)                                     ASSESS             here      t
            Pledges.closeOverdue(MunicipalityCode)                           RELEASE            whole     X
            # assessment
            Assessments.open(InitiativeId,int)                               ASSESS             here      t
            Assessments.answer(AssessmentId,int,Answer)                      ASSESS             here      t
            Assessments.checkGate(AssessmentId,int,int,GateCheck)            ASSESS             here      t
            Assessments.returnWithQuestions(AssessmentId,int,String)         ASSESS             here      t
            Assessments.advise(AssessmentId,int,Advice)                      ASSESS             here      t
            Assessments.object(InitiativeId,NewObjection)                    OBJECT             here      tmBC
            Assessments.sayTooBusy(InitiativeId)                             OBJECT             here      tmBC
            Assessments.listTooBusy(InitiativeId)                            SEE_ASSESSMENTS    here      tmAB
            Assessments.nameArticle(ObjectionId,int,ArticleReference)        OBJECT             here      tmBC
            Assessments.deviate(ObjectionId,InitiativeId,Deviation,String,User) open
            Assessments.answerObjection(ObjectionId,int,ObjectionOutcome,ArticleReference,String) ASSESS             here      t
            Assessments.listQueue()                                          SEE_ASSESSMENTS    anywhere  tmAB
            Assessments.findByInitiative(InitiativeId)                       SEE_ASSESSMENTS    here      tmAB
            Assessments.findAdvice(InitiativeId)                             SEE_INITIATIVES    here      rtmABCX
            Interests.declare(InitiativeId)                                  SEE_DOSSIERS       here      tmABCX
            Interests.listMine()                                             SEE_DOSSIERS       anywhere  tmABCX
            Interests.listOf(InitiativeId)                                   open
            Assessments.listObjections(InitiativeId)                         SEE_ASSESSMENTS    here      tmAB
            Assessments.readForDecision(InitiativeId)                        SEE_DECISIONS      here      tmABC
            # budget
            Appropriations.read(MunicipalityCode,FiscalYear,byte[])          LOAD_APPROPRIATIONS whole     DX
            Appropriations.load(MunicipalityCode,FiscalYear,String,List)     LOAD_APPROPRIATIONS whole     DX
            Appropriations.list(MunicipalityCode,FiscalYear)                 SEE_APPROPRIATIONS whole     DBCX
            PooledBudgets.prepareCover(String,NeighbourhoodCode,FiscalYear,Money) PROPOSE_DECISION   here      t
            PooledBudgets.reserve(String,String,NeighbourhoodCode,Cover)     open
            PooledBudgets.post(ReservationGroupId,String)                    open
            PooledBudgets.voidReservation(ReservationGroupId,String)         open
            PooledBudgets.planRelease(String,NeighbourhoodCode,String,LocalDate,Money,Help) open
            PooledBudgets.dropPlannedRelease(String,String)                  open
            PooledBudgets.awaitRelease(String,String,NeighbourhoodCode,FiscalYear,String,Money,Help) open
            PooledBudgets.cancelWaitingRelease(String,String,boolean)        open
            PooledBudgets.realiseRelease(String,String,NeighbourhoodCode,FiscalYear,String,Money,String) open
            PooledBudgets.carryOverRelease(String,String,NeighbourhoodCode,FiscalYear,String,Money,String,CouncilNumber) open
            PooledBudgets.returnUnspent(String,String,MunicipalityCode)      open
            PooledBudgets.returnUnspent(String,String,MunicipalityCode,FiscalYear) open
            PooledBudgets.readMoneyWay(String)                               SEE_BUDGETS        here      tmABCX
            PooledBudgets.readMoneyWay(String,NeighbourhoodCode)             SEE_BUDGETS        here      tmABCX
            PooledBudgets.traceBack(String)                                  SEE_LEDGER         anywhere  CBX
            PooledBudgets.listPlanned(MunicipalityCode)                      SEE_LEDGER         whole     CBX
            PooledBudgets.listShortages(MunicipalityCode)                    SEE_LEDGER         whole     CBX
            PooledBudgets.readMonthlyCover(String,NeighbourhoodCode,YearMonth,Money,Money,Release,List) SEE_BUDGETS        here      tmABCX
            PooledBudgets.seesHouseholds(NeighbourhoodCode)                  SEE_BUDGETS        here      tmABCX
            PooledBudgets.listExpectedParts(String,NeighbourhoodCode)        SEE_BUDGETS        here      tmABCX
            PooledBudgets.showsCover(String,NeighbourhoodCode)               SEE_BUDGETS        here      tmABCX
            PooledBudgets.showsCoverToAll(String,NeighbourhoodCode)          SEE_BUDGETS        here      tmABCX
            TeamPots.set(FiscalYear,NeighbourhoodCode,String,Money,Integer)  SET_TEAM_POT       whole     BX
            TeamPots.find(FiscalYear,NeighbourhoodCode)                      SEE_TEAM_POTS      here      tmBCX
            TeamPots.list(MunicipalityCode,FiscalYear)                       SEE_TEAM_POTS      whole     CBX
            TeamPots.readTaskField(FiscalYear,NeighbourhoodCode)             open
            TeamPots.hold(String,FiscalYear,NeighbourhoodCode,Money,LocalDate) open
            Bridges.set(MunicipalityCode,FiscalYear,EscalationLevel,String,Money,Integer) KEEP_BRIDGING whole BX
            Bridges.listBudgets(MunicipalityCode,FiscalYear)                 SEE_LEDGER         whole     CBX
            Bridges.list(MunicipalityCode,FiscalYear)                        SEE_LEDGER         whole     CBX
            Bridges.bridge(InitiativeId,NeighbourhoodCode,NewBridge,UserId)  open
            Bridges.giveBack(BridgeId,int,Money)                             KEEP_BRIDGING      whole     BX
            Bridges.agree(BridgeId,int,List)                                 KEEP_BRIDGING      whole     BX
            Bridges.settle(BridgeId,int,int)                                 KEEP_BRIDGING      whole     BX
            Bridges.lapse(MunicipalityCode)                                  KEEP_BRIDGING      whole     BX
            PreFinancings.set(FiscalYear,NeighbourhoodCode,String,Money,LocalDate) SET_PRE_FINANCING  whole     BX
            PreFinancings.add(FiscalYear,NeighbourhoodCode,String,Money,LocalDate) SET_PRE_FINANCING  whole     BX
            PreFinancings.change(PreFinancingId,int,Money,LocalDate)         SET_PRE_FINANCING  whole     BX
            PreFinancings.end(PreFinancingId,int)                            SET_PRE_FINANCING  whole     BX
            PreFinancings.returnEnded(MunicipalityCode)                      SET_PRE_FINANCING  whole     BX
            NightlyReturn.returnAll()                                        open
            PreFinancings.list(MunicipalityCode,FiscalYear)                  SEE_APPROPRIATIONS whole     DBCX
            PreFinancings.listChanges(PreFinancingId)                        SEE_LEDGER         whole     CBX
            PreFinancings.list(NeighbourhoodCode,FiscalYear)                 SEE_BUDGETS        here      tmABCX
            PayerAgreements.list(MunicipalityCode)                           SEE_BUDGETS        whole     ABCX
            PayerAgreements.listReceipts(MunicipalityCode,Money)             SEE_BUDGETS        whole     ABCX
            Contributions.record(String,InitiativeId,NewContribution)        RECORD_CONTRIBUTION here     B
            Contributions.receive(String,ContributionId,Money)               BOOK_CONTRIBUTION  here      B
            Contributions.takeBack(ContributionId,TransferId)                BOOK_CONTRIBUTION  here      B
            Contributions.giveBack(String,ContributionId,FiscalYear,Money)   BOOK_CONTRIBUTION  here      B
            Contributions.moveOn(String,ContributionId,FiscalYear,Money)     BOOK_CONTRIBUTION  here      B
            Contributions.list(String,NeighbourhoodCode)                     SEE_BUDGETS        here      tmABCX
            Settlements.find(InitiativeId)                                   open
            # decision
            Authorisations.list()                                            EDIT_MANDATES      anywhere  DX
            Authorisations.add(AuthorisationRule)                            EDIT_MANDATES      anywhere  DX
            Authorisations.end(AuthorisationId,int,LocalDate)                EDIT_MANDATES      municipal DX
            DecisionLetters.find(InitiativeId)                               SEE_INITIATIVES    here      rtmABCX
            DecisionLetters.list(Collection)                                 SEE_INITIATIVES    anywhere  rtmABCX
            DecisionFiles.listTaken(DecisionId)                              TAKE_DECISION_FILE here      ABC
            DecisionFiles.take(DecisionId)                                   TAKE_DECISION_FILE here      ABC
            Decisions.prepare(InitiativeId)                                  PROPOSE_DECISION   here      t
            Decisions.prepare(InitiativeId,List)                             PROPOSE_DECISION   here      t
            Decisions.propose(InitiativeId,int,List,String,String,LeftOver)  PROPOSE_DECISION   here      t
            Decisions.proposeRefusal(InitiativeId,int,RefusalGround,String)  PROPOSE_DECISION   here      t
            Decisions.agree(DecisionId,int,boolean)                          PROPOSE_DECISION   here      t
            Decisions.decide(DecisionId,int,boolean,String)                  DECIDE             here      mA
            Decisions.signSecond(DecisionId,int,boolean)                     SIGN_SECOND        here      B
            Decisions.refuse(DecisionId,int,RefusalGround,String,String)     DECIDE             here      mA
            Decisions.declineSecond(DecisionId,int,String)                   SIGN_SECOND        here      B
            Decisions.sendBack(DecisionId,int,String)                        DECIDE             here      mA
            Decisions.recordCouncil(DecisionId,int,CouncilDecision)          RECORD_COUNCIL_DECISION here      A
            Decisions.writeCouncilDocument(DecisionId)                       SEE_DECISIONS      here      tmABC
            Decisions.takeBack(DecisionId,int,String)                        PROPOSE_DECISION   here      t
            Decisions.listWaiting()                                          SEE_DECISIONS      anywhere  tmABC
            Decisions.listDecided(int,int)                                   SEE_DECISIONS      anywhere  tmABC
            Decisions.findFirstToRead(InitiativeId)                          SEE_DECISIONS      anywhere  tmABC
            Decisions.findEndedProposal(InitiativeId)                        SEE_DECISIONS      anywhere  tmABC
            Decisions.findOpen(InitiativeId)                                 SEE_DECISIONS      anywhere  tmABC
            Decisions.read(DecisionId)                                       SEE_DECISIONS      here      tmABC
            Mandates.list()                                                  EDIT_MANDATES      anywhere  DX
            Mandates.add(MandateRule)                                        EDIT_MANDATES      anywhere  DX
            Mandates.end(MandateId,int,LocalDate)                            EDIT_MANDATES      municipal DX
            MiniBudgets.propose(String,Money,String)                         KEEP_MINI_BUDGETS  anywhere  t
            MiniBudgets.agree(MiniBudgetId)                                  KEEP_MINI_BUDGETS  here      t
            MiniBudgets.withdraw(MiniBudgetId,int)                           KEEP_MINI_BUDGETS  here      t
            MiniBudgets.solve(MiniBudgetId,int,Solution)                     KEEP_MINI_BUDGETS  here      t
            MiniBudgets.solve(NeighbourhoodCode,Solution)                    KEEP_MINI_BUDGETS  here      t
            MiniBudgets.takeBack(SolvedId)                                   KEEP_MINI_BUDGETS  here      t
            MiniBudgets.findTerms(NeighbourhoodCode)                         SEE_MINI_BUDGETS+SEE_TEAM_POTS here tm
            MiniBudgets.listOpen()                                           SEE_MINI_BUDGETS   anywhere  tm
            MiniBudgets.listOver(int,int)                                    SEE_MINI_BUDGETS   anywhere  tm
            MiniBudgets.countToAgree()                                       KEEP_MINI_BUDGETS+SEE_MINI_BUDGETS anywhere t
            MiniBudgets.readFigures(NeighbourhoodCode)                       SEE_MINI_BUDGETS   here      tm
            MiniBudgets.readFigures(MunicipalityCode)                        SEE_TEAM_POTS      whole     CBX
            MiniBudgets.listHeld(MunicipalityCode)                           open
            MiniBudgets.pay(MunicipalityCode,MiniBudgetId,Money,LocalDate,UserId) open
            MiniBudgets.takeBack(MunicipalityCode,MiniBudgetId,ReservationId,Money) open
            # release
            NightlyPosting.postAll()                                         open
            ReleaseCorrections.list()                                        SEE_RELEASE_TO_CORRECT anywhere  tBC
            ChangeOrders.list()                                              SEE_CHANGE_ORDERS  anywhere  tO
            ChangeOrders.download(ChangeOrderId)                             SEE_CHANGE_ORDERS  here      tO
            Decisions.mapGrants(Collection)                                  SEE_BUDGETS        anywhere  tmABCX
            ReleaseCalendars.read()                                          SEE_BUDGETS        anywhere  tmABCX
            ReleaseRoads.read(InitiativeId)                                  RELEASE            here      tX
            ReleaseRoads.listDue()                                           RELEASE            anywhere  tX
            ReleaseRoads.recordConsent(ReleaseRoadId,int,LocalDate)          RELEASE            here      tX
            ReleaseRoads.reviseAll(Map,LocalDate,LocalDate)                  RELEASE            anywhere  tX
            ReleaseRoads.consultAll(Map,LocalDate,ProviderOutcome,LocalDate) RELEASE            anywhere  tX
            ReleaseRoads.takeBack(ReleaseRoadId,int,ReleaseStep,String)      RELEASE            here      tX
            ReleaseRoads.order(InitiativeId,Map)                             RELEASE            here      tX
            Releases.postHeld(MunicipalityCode)                              RELEASE            whole     X
            WaysBack.list(NeighbourhoodCode)                                 RELEASE            here      tX
            WaysBack.listMine()                                              SEE_OWN_FILE       anywhere  r
            WaysBack.take(WayBackId,int,WayBackStep)                         RELEASE            here      tX
            # spending
            BankStatements.read(MunicipalityCode,String,byte[])              READ_STATEMENTS    whole     BC
            BankStatements.recordPaid(MunicipalityCode)                      PAY                whole     B
            BankStatements.recordFromPots(MunicipalityCode)                  PAY                whole     B
            BankStatements.listMiniBudgets(BankLineId)                       READ_STATEMENTS    whole     BC
            BankStatements.linkMiniBudget(BankLineId,int,MiniBudgetId)       PAY                whole     B
            BankStatements.listOpen(MunicipalityCode,int)                    READ_STATEMENTS    whole     BC
            BankStatements.listSettled(MunicipalityCode,int)                 READ_STATEMENTS    whole     BC
            BankStatements.listCandidates(BankLineId)                        READ_STATEMENTS    whole     BC
            BankStatements.listAgreements(BankLineId)                        READ_STATEMENTS    whole     BC
            BankStatements.receive(BankLineId,int,ContributionId)            BOOK_CONTRIBUTION  whole     B
            BankStatements.layBeside(BankLineId,int,TransferId)              BOOK_CONTRIBUTION  whole     B
            BankStatements.link(BankLineId,int,ExpenseId)                    READ_STATEMENTS    whole     BC
            BankStatements.comeBack(BankLineId,int,ExpenseId)                PAY                whole     B
            BankStatements.notOurs(BankLineId,int)                           READ_STATEMENTS    whole     BC
            BankStatements.putBack(BankLineId,int)                           READ_STATEMENTS    whole     BC
            Commitments.agree(String,NewCommitment)                          KEEP_BUDGET_LINES  here      t
            Commitments.close(CommitmentId,int)                              KEEP_BUDGET_LINES  here      t
            Expenses.book(String,InitiativeId,NewExpense,List)               BOOK_EXPENSE       here      rt
            Expenses.bookAnew(ExpenseId,int,NewExpense,List)                 BOOK_EXPENSE       here      rt
            Expenses.withdraw(ExpenseId,int)                                 BOOK_EXPENSE       here      rt
            Expenses.approve(ExpenseId,int)                                  APPROVE_EXPENSE    here      t
            Expenses.pay(ExpenseId,int)                                      PAY                here      B
            Expenses.sendBack(ExpenseId,int,String)                          APPROVE_EXPENSE    here      t
            Expenses.listToApprove()                                         APPROVE_EXPENSE    anywhere  t
            Expenses.listToPay()                                             PAY                anywhere  B
            Expenses.listPurposes(Collection)                                SEE_BUDGETS        anywhere  tmABCX
            NightlyForgetting.forgetAll()                                    open
            PaymentOrders.readPaidFrom()                                     PAY                anywhere  B
            PaymentOrders.write(PaidFrom,LocalDate,List)                     PAY                anywhere  B
            PaymentOrders.readWaiting()                                      PAY                anywhere  B
            PaymentOrders.download(String)                                   PAY                anywhere  B
            PaymentOrders.recordSent(String)                                 PAY                anywhere  B
            PaymentOrders.withdraw(String)                                   PAY                anywhere  B
            Receipts.take(String,InputStream)                                BOOK_EXPENSE       anywhere  rt
            Receipts.look(ReceiptId)                                         SEE_EXPENSES|BOOK_EXPENSE here      rtBC
            YearOfSpending.list(MunicipalityCode,FiscalYear)                 SEE_LEDGER         whole     CBX
            Spending.read(InitiativeId)                                      SEE_SPENDING       here      rtmABC
            Spending.findOnPlan(InitiativeId)                                SEE_SPENDING       here      rtmABC
            Spending.shift(BudgetLineId,int,BudgetLineId,Money,String)       KEEP_BUDGET_LINES  here      t
            Spending.explain(BudgetLineId,int,String)                        KEEP_BUDGET_LINES  here      t
            # outcome
            DecidingCosts.noteOpened(WorkStep,InitiativeId)                  open
            DecidingCosts.read(InitiativeId)                                 SEE_DECISIONS      here      tmABC
            DecidingCosts.read(MunicipalityCode,FiscalYear)                  SEE_COST_OF_DECIDING whole   ABC
            DecidingCosts.addUp(MunicipalityCode)                            COUNT_WORK         whole     X
            NightlyWork.addUp()                                              open
            # outcome: what works
            WhatWorks.findDue(InitiativeId)                                  PLEDGE             here      r
            WhatWorks.answer(InitiativeId,OutcomeMoment,WhatWorksAnswer)     PLEDGE             here      r
            WhatWorks.list(InitiativeId)                                     SEE_DOSSIERS       here      tmABCX
            HelperChanges.ask(InitiativeId)                                  PLEDGE             here      r
            HelperChanges.findMine(InitiativeId)                             PLEDGE             here      r
            HelperChanges.listWork()                                         ASSESS             anywhere  t
            HelperChanges.list(InitiativeId)                                 ASSESS             here      t
            HelperChanges.settle(HelperAskedId,int)                          ASSESS             here      t
            # signal
            Signals.tap(Tap)                                                 SIGNAL             here      rtmABC
            Signals.takeEarlier(List)                                        IMPORT             anywhere  OX
            Signals.noteLate(MunicipalityCode)                               NOTE_LATENESS      whole     X
            Escalations.start(InitiativeId,EscalationReason,ShortWords)      ESCALATE           here      rt
            Escalations.mayStart(InitiativeId)                               SEE_INITIATIVES    here      rtmABCX
            Escalations.find(InitiativeId)                                   SEE_INITIATIVES    here      rtmABCX
            Escalations.listMine()                                           SEE_ASSESSMENTS    anywhere  tmAB
            Escalations.pause(EscalationId,int,LocalDate)                    BREAK_THROUGH      here      m
            Escalations.deviate(EscalationId,int,Deviation,ShortWords,ObjectionId) BREAK_THROUGH here     m
            Escalations.bridge(EscalationId,int,String,Money,LocalDate)      BREAK_THROUGH      here      m
            Escalations.answer(EscalationId,int,ShortWords)                  BREAK_THROUGH      here      m
            Escalations.handOn(EscalationId,int)                             BREAK_THROUGH      here      m
            Escalations.solve(EscalationId,int,ShortWords)                   BREAK_THROUGH      here      m
            NightlySignals.noteLate()                                        open
            Patterns.listProposals()                                         KEEP_PATTERNS      anywhere  S
            Patterns.confirm(String,List)                                    KEEP_PATTERNS      anywhere  S
            Patterns.add(PatternId,int,List)                                 KEEP_PATTERNS      municipal S
            Patterns.move(SignalId,int,PatternId)                            KEEP_PATTERNS      municipal S
            Patterns.list()                                                  KEEP_PATTERNS      anywhere  S
            Patterns.read(PatternId)                                         KEEP_PATTERNS      municipal S
            Patterns.listSignals(PatternId,int,int)                          KEEP_PATTERNS      municipal S
            Patterns.listChanged()                                           SIGNAL             anywhere  rtmABC
            Patterns.takeOver(PatternId,int)                                 KEEP_PATTERNS      municipal S
            Patterns.describe(PatternId,int,String,String,String)            KEEP_PATTERNS      municipal S
            Patterns.proposeChange(PatternId,int,String)                     KEEP_PATTERNS      municipal S
            Patterns.decideChange(PatternId,int,ChangeDecider,boolean,LocalDate) KEEP_PATTERNS  municipal S
            Patterns.finishChange(PatternId,int,LocalDate)                   KEEP_PATTERNS      municipal S
            Patterns.offerRepair(PatternId,int)                              KEEP_PATTERNS      municipal S
            CasesToRepair.listMine()                                         ASSESS             anywhere  t
            CasesToRepair.listOf(InitiativeId)                               ASSESS             here      t
            CasesToRepair.takeUp(RepairId,int)                               ASSESS             here      t
            # household
            FileShares.share(Collection,int)                                 SEE_OWN_FILE       anywhere  r
            FileShares.withdraw(FileShareId)                                 SEE_OWN_FILE       anywhere,mine r
            FileShares.listMine()                                            SEE_OWN_FILE       anywhere  r
            FileShares.open(String)                                          OPEN_SHARED_FILE   anywhere  r
            FileShares.listWithMe()                                          OPEN_SHARED_FILE   anywhere  r
            FileShares.read(FileShareId)                                     OPEN_SHARED_FILE   anywhere  r
            OwnFiles.read()                                                  SEE_OWN_FILE       anywhere  r
            OwnFiles.listRunning()                                           SEE_OWN_FILE       anywhere  r
            BreakthroughPlans.findMine()                                     SEE_OWN_FILE       anywhere  r
            BreakthroughPlans.keep(BreakthroughPlan,Integer)                 SEE_OWN_FILE       anywhere  r
            BreakthroughPlans.remove(int)                                    SEE_OWN_FILE       anywhere  r
            OwnFiles.listEarlierLooks(LocalDate)                             SEE_OWN_FILE       anywhere  r
            OwnFiles.askBack(PledgeId,int)                                   PLEDGE             here,mine r
            """;

    private static final Map<Role, Character> LETTERS = Map.of(
            Role.RESIDENT, 'R',
            Role.TEAM_WORKER, 'T',
            Role.MANAGER, 'M',
            Role.ALDERMAN, 'A',
            Role.BUDGET_HOLDER, 'B',
            Role.CONTROLLER, 'C',
            Role.SIMPLIFIER, 'S',
            Role.ADMINISTRATOR, 'D',
            Role.BACK_OFFICE, 'O',
            Role.SYSTEM, 'X');

    /** They are the policy. */
    private static final Set<Class<?>> ASKED_BY_ALL = Set.of(Access.class, CurrentUser.class);

    private static final Set<Class<?>> OF_THE_TEST = Set.of(
            RecordingAccess.class,
            OneOfEverything.class,
            DecisionRoad.class,
            GoingOn.class,
            Sql.class,
            AccessMatrixIT.class);

    @Inject
    private OneOfEverything things;

    @Inject
    private CurrentUser currentUser;

    @Inject
    private BeanManager beans;

    /** Not the user transaction, which a service that works outside transactions closes to who called it. */
    @Resource(lookup = "java:appserver/TransactionManager")
    private TransactionManager transactions;

    @PersistenceContext(unitName = "buurtbundel")
    private EntityManager entityManager;

    @Deployment
    static WebArchive packagedWar() {
        return PackagedWar.with(RecordingAccess.class, RecordingAccess.Reach.class, RecordingAccess.Question.class);
    }

    @Test
    void the_table_names_every_public_method_of_every_service() {
        assertEquals(
                "",
                difference(new TreeSet<>(services().keySet()), rows().keySet()),
                "methods without a row, or rows without one");
    }

    @Test
    void every_role_gets_what_the_table_says_and_nothing_else() throws Exception {
        things.make();
        Map<String, Row> rows = rows();
        List<String> wrong = new ArrayList<>();
        for (Map.Entry<String, Method> service : services().entrySet()) {
            Row row = rows.get(service.getKey());
            if (row != null && !row.isOpen()) {
                check(row, service.getValue(), wrong);
            }
        }
        assertEquals("", String.join("\n", wrong));
    }

    private void check(Row row, Method method, List<String> wrong) throws Exception {
        List<@Nullable User> users = new ArrayList<>();
        users.add(null);
        for (Role role : Role.values()) {
            users.add(user(role, OneOfEverything.OWNER, OneOfEverything.MUNICIPALITY, OneOfEverything.HERE));
            users.add(user(role, OneOfEverything.OWNER, OneOfEverything.MUNICIPALITY, OTHER));
            users.add(user(role, OneOfEverything.OWNER, ELSEWHERE, FAR));
        }
        boolean anybody = false;
        for (User user : users) {
            Outcome outcome = call(method, user);
            boolean allowed = user != null && row.allows(user);
            anybody |= allowed;
            String fault = allowed ? row.faultWhenAllowed(outcome, user) : row.faultWhenRefused(outcome);
            if (!fault.isEmpty()) {
                wrong.add(row.method() + " by " + words(user) + ": " + fault + outcome);
            }
            if (allowed && row.isMine()) {
                Outcome foreign = call(
                        method,
                        new User(
                                SOMEBODY_ELSE,
                                "somebody else",
                                user.municipality(),
                                user.roles(),
                                user.neighbourhoods(),
                                null));
                if (!foreign.isRefusal() || foreign.changed()) {
                    wrong.add(row.method() + " by somebody else: not refused" + foreign);
                }
            }
        }
        if (!anybody) {
            wrong.add(row.method() + " is for nobody");
        }
    }

    /** Calls in a transaction that leaves nothing behind. */
    private Outcome call(Method method, @Nullable User user) throws Exception {
        Object service = CDI.current().select(method.getDeclaringClass()).get();
        Object[] arguments = things.argumentsFor(method);
        RecordingAccess.takeQuestions();
        transactions.begin();
        try {
            Throwable thrown = null;
            try {
                if (user == null) {
                    method.invoke(service, arguments);
                } else {
                    currentUser.runAs(user, () -> invoke(method, service, arguments));
                }
            } catch (InvocationTargetException e) {
                thrown = e.getCause();
            } catch (Thrown e) {
                thrown = e.getCause();
            }
            return new Outcome(thrown, RecordingAccess.takeQuestions(), hasChanges());
        } finally {
            transactions.rollback();
        }
    }

    private static boolean invoke(Method method, Object service, Object... arguments) {
        try {
            method.invoke(service, arguments);
            return true;
        } catch (InvocationTargetException e) {
            throw new Thrown(e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether the transaction would write; the persistence provider of the server knows, the standard cannot be asked. */
    private boolean hasChanges() throws ReflectiveOperationException {
        Class<?> unitOfWork = Class.forName("org.eclipse.persistence.sessions.UnitOfWork");
        return (boolean) unitOfWork.getMethod("hasChanges").invoke(entityManager.unwrap(unitOfWork));
    }

    private Map<String, Method> services() {
        Map<String, Method> methods = new TreeMap<>();
        for (Bean<?> bean : beans.getBeans(Object.class, Any.Literal.INSTANCE)) {
            Class<?> type = bean.getBeanClass();
            String room = type.getPackageName();
            if (!room.startsWith("nl.buurtbundel.")
                    || room.endsWith(".ui")
                    || room.startsWith("nl.buurtbundel.shell")
                    || !Modifier.isPublic(type.getModifiers())
                    || ASKED_BY_ALL.contains(type)
                    || OF_THE_TEST.contains(type)) {
                continue;
            }
            Stream.of(type.getDeclaredMethods())
                    .filter(method -> Modifier.isPublic(method.getModifiers()))
                    .filter(method -> !Modifier.isStatic(method.getModifiers()) && !method.isSynthetic())
                    .forEach(method -> methods.put(signature(method), method));
        }
        return methods;
    }

    private static String signature(Method method) {
        return method.getDeclaringClass().getSimpleName()
                + '.'
                + method.getName()
                + Stream.of(method.getParameterTypes())
                        .map(Class::getSimpleName)
                        .collect(Collectors.joining(",", "(", ")"));
    }

    private static Map<String, Row> rows() {
        return TABLE.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(Row::of)
                .collect(Collectors.toMap(Row::method, row -> row, (a, b) -> a, TreeMap::new));
    }

    private static String difference(Set<String> found, Set<String> expected) {
        Set<String> all = new TreeSet<>(found);
        all.addAll(expected);
        all.removeIf(name -> found.contains(name) && expected.contains(name));
        return String.join("\n", all);
    }

    private static User user(Role role, UserId id, MunicipalityCode municipality, NeighbourhoodCode neighbourhood) {
        return new User(id, role.name(), municipality, Set.of(role), Set.of(neighbourhood), null);
    }

    private static String words(@Nullable User user) {
        return user == null ? "nobody" : user.displayName() + " of " + user.neighbourhoods();
    }

    /** One line of the table. */
    private record Row(String method, List<Operation> operations, boolean all, String reach, String letters) {

        static Row of(String line) {
            String[] words = line.strip().split("\\s+");
            if (words.length == 2 && words[1].equals("open")) {
                return new Row(words[0], List.of(), true, "open", "");
            }
            List<Operation> operations = Arrays.stream(words[1].split("[|+]"))
                    .map(Operation::valueOf)
                    .toList();
            return new Row(words[0], operations, !words[1].contains("|"), words[2], words[3]);
        }

        boolean isOpen() {
            return reach.equals("open");
        }

        boolean isMine() {
            return reach.endsWith(",mine");
        }

        boolean allows(User user) {
            char letter = LETTERS.get(user.roles().iterator().next());
            boolean wide = letters.indexOf(letter) >= 0;
            boolean narrow = letters.indexOf(Character.toLowerCase(letter)) >= 0;
            if (asked() == Reach.ANYWHERE) {
                return wide || narrow;
            }
            return user.municipality().equals(OneOfEverything.MUNICIPALITY)
                    && (wide || narrow && user.neighbourhoods().contains(OneOfEverything.HERE));
        }

        String faultWhenAllowed(Outcome outcome, User user) {
            if (!letIn(outcome)) {
                return "let in without a yes to " + operations;
            }
            if (outcome.brokeInAQuery()) {
                return "let in, and then the query failed";
            }
            boolean here = user.neighbourhoods().contains(OneOfEverything.HERE);
            // who owns a plan here and lives elsewhere by now can be refused the plan
            if (here && outcome.questions().stream().anyMatch(question -> question.demanded() && !question.yes())) {
                return "refused on the way";
            }
            boolean stranger = !user.municipality().equals(OneOfEverything.MUNICIPALITY);
            if (stranger && reach.equals("municipal") && !outcome.isNotFound()) {
                return "got what is of another municipality";
            }
            if (reach.endsWith(",team") && !user.isOfTheTeamOf(OneOfEverything.HERE) && !outcome.isNotFound()) {
                return "got what is of the team";
            }
            return "";
        }

        String faultWhenRefused(Outcome outcome) {
            if (letIn(outcome)) {
                return "got a yes";
            }
            if (!outcome.isNotFound()) {
                return "not refused";
            }
            // an owner who lives elsewhere by now is refused after the own pledge was locked
            return outcome.changed() && !isMine() ? "refused, but changed something before" : "";
        }

        private boolean letIn(Outcome outcome) {
            return all
                    ? operations.stream().allMatch(operation -> saidYes(operation, outcome))
                    : operations.stream().anyMatch(operation -> saidYes(operation, outcome));
        }

        private boolean saidYes(Operation operation, Outcome outcome) {
            return outcome.questions().stream()
                    .anyMatch(question -> question.yes()
                            && question.operation() == operation
                            && question.reach() == asked()
                            && question.place().equals(place()));
        }

        private Reach asked() {
            return reach.startsWith("here") ? Reach.HERE : reach.equals("whole") ? Reach.WHOLE : Reach.ANYWHERE;
        }

        private String place() {
            return switch (asked()) {
                case HERE -> OneOfEverything.HERE.value();
                case WHOLE -> OneOfEverything.MUNICIPALITY.value();
                case ANYWHERE -> "";
            };
        }
    }

    /** @param changed something would have been written */
    private record Outcome(@Nullable Throwable thrown, List<Question> questions, boolean changed) {
        boolean isRefusal() {
            return thrown instanceof RuntimeException known && Refusal.unwrapped(known) instanceof Refusal;
        }

        boolean isNotFound() {
            return thrown instanceof RuntimeException known && Refusal.unwrapped(known) instanceof NotFound;
        }

        /** Arguments of the table make no sense together: a service may refuse them, but never ask what a database cannot answer. */
        boolean brokeInAQuery() {
            return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause)
                    .anyMatch(cause -> cause instanceof SQLException
                            || cause.getClass().getName().startsWith("org.eclipse.persistence.exceptions."));
        }

        @Override
        public String toString() {
            return " (asked " + questions + ", thrown " + thrown + ")";
        }
    }

    /** Carries what a service threw through a supplier. */
    private static final class Thrown extends RuntimeException {
        Thrown(Throwable cause) {
            super(cause);
        }
    }
}
