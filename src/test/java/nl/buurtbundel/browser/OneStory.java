package nl.buurtbundel.browser;

import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/** After a step that failed, the next ones of the same story would only say the same again. */
final class OneStory implements ExecutionCondition, TestExecutionExceptionHandler, AfterTestExecutionCallback {
    private static final String FAILED = "failed";

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        String failed = story(context).get(FAILED, String.class);
        return failed == null
                ? ConditionEvaluationResult.enabled("the story goes on")
                : ConditionEvaluationResult.disabled("the story stopped at " + failed);
    }

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable thrown) throws Throwable {
        story(context).put(FAILED, context.getDisplayName());
        browser(context).keepPictures(context.getRequiredTestMethod().getName());
        throw thrown;
    }

    @Override
    public void afterTestExecution(ExtensionContext context) {
        browser(context).forget();
    }

    private static Browser browser(ExtensionContext context) {
        return ((Road) context.getRequiredTestInstance()).browser();
    }

    /** Each class has a memory of its own. */
    private static ExtensionContext.Store story(ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.create(OneStory.class, context.getRequiredTestClass()));
    }
}
