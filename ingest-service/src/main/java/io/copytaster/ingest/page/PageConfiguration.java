package io.copytaster.ingest.page;

import io.copytaster.ingest.extract.ArticleExtractor;
import io.copytaster.ingest.fetch.FetchClient;
import io.copytaster.ingest.robots.RobotsRules;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Builds the reader of pages. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PageSettings.class)
class PageConfiguration {

    @Bean
    PageReader pageReader(FetchClient client, RobotsRules robots, PageSettings settings) {
        return new PageReader(client, robots, new ArticleExtractor(), settings);
    }
}
